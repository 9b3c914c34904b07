# The frame around a workspace, and what is said to whoever stands outside.

nav-label = Pagina’s van de werkruimte
nav-objectives = Doelen
nav-indicators = Indicatoren
nav-readings = Metingen
nav-glossary = Begrippenlijst
nav-dashboard = Dashboard
nav-versions = Versies
nav-people = Mensen
nav-bin = Prullenbak

to-home = Al mijn werkruimtes
workspace-menu = Menu van de werkruimte
workspace-opening = De werkruimte gaat open…

undo-group = Ongedaan maken en opnieuw
undo = Ongedaan maken
undo-hint = Mijn laatste actie ongedaan maken (Ctrl+Z)
redo = Opnieuw
redo-hint = Opnieuw (Ctrl+Shift+Z)

saved-connecting = Verbinden…
saved-connecting-hint = We maken verbinding met de server.
saved-yes = Opgeslagen
saved-yes-hint = Alles wat je schreef, is opgeslagen op de server.
saved-soon = Opslaan…
saved-soon-hint = Je laatste woorden zijn onderweg naar de server.
saved-offline = Offline: bewaard op dit apparaat
saved-offline-hint = Schrijf gerust verder: alles vertrekt zodra de verbinding er weer is.
saved-unkept = Offline: bewaard op deze pagina
saved-unkept-hint = Deze browser bewaart niets: laat deze pagina open tot de verbinding er weer is.
saved-held = Bewaard op dit apparaat
saved-held-hint = De server kan nu even niets opslaan. Je laatste woorden staan op dit apparaat en worden vanzelf opgeslagen.
saved-held-unkept = Bewaard op deze pagina
saved-held-unkept-hint = De server kan nu even niets opslaan en deze browser bewaart niets: laat deze pagina open.
saved-refused = Niet gedeeld
saved-refused-hint = Een deel van wat je schreef, is niet gedeeld. De uitleg staat bovenaan de pagina.

storage-title = De server kan nu even niets opslaan
storage-text = Je kunt verdergaan: wat je schrijft, blijft op dit apparaat en wordt vanzelf opgeslagen zodra het kan.
storage-text-unkept = Je kunt verdergaan, maar laat deze pagina open: wat je schrijft, blijft hier en wordt vanzelf opgeslagen zodra het kan.
storage-tell = Laat het weten aan wie voor de server zorgt: misschien is de schijf vol.

refused-title = Een deel van wat je schreef, is niet gedeeld
refused-role = Je rol is intussen veranderd: je kunt nog lezen, maar niet meer schrijven.
refused-too-large = De tekst die in één keer is toegevoegd, is te groot voor de werkruimte.
refused-schema = Je laatste wijzigingen raken aan iets dat je niet zo kunt wijzigen, zoals een waarde die al gemeten is.
refused-full = Deze werkruimte bevat al zo veel onderdelen als er plaats is.
refused-unreadable = De server kon je laatste wijzigingen niet lezen.
refused-what-now = Kopieer eerst wat je wilt bewaren, en ga dan verder vanaf wat de anderen zien.
refused-start-afresh = Verder met de gedeelde inhoud

too-many-windows = Je hebt veel vensters open op deze server. Sluit er een: dit venster verbindt dan vanzelf.
server-full = Het is druk op deze server. Deze pagina verbindt vanzelf zodra er plaats vrijkomt.
access-changed-reader = Wie begeleidt, heeft je rol veranderd. Je kunt alles lezen; wil je schrijven, vraag het dan.
access-changed-contributor = Wie begeleidt, heeft je rol veranderd. Je kunt nu schrijven.
access-changed-facilitator = Wie begeleidt, heeft je rol veranderd. Je kunt nu ook uitnodigen en versies vastleggen.
version-frozen-toast = Versie { $number } is zojuist vastgelegd: “{ $label }”.
version-frozen-open = Openen
not-kept-here = Deze browser bewaart geen kopie (privévenster?). Alles werkt zolang er verbinding is.

outside-signed-out-title = Hallo! Hoe kom je binnen?
outside-signed-out-text = Dit apparaat wordt niet herkend, of het werd afgemeld. Open je persoonlijke link, of typ de code die je kreeg van wie begeleidt.
outside-not-invited-title = Deze werkruimte is voor wie uitgenodigd is
outside-not-invited-text = Vraag een link of een code aan wie de werkruimte begeleidt.
outside-removed-title = Je doet niet meer mee aan deze werkruimte
outside-removed-text = Iemand die de werkruimte begeleidt, heeft je toegang ingetrokken. Verrast dat je? Praat erover: een nieuwe uitnodiging volstaat om terug te komen.
outside-unreadable-title = Deze werkruimte kan nu niet geopend worden
outside-unreadable-text = De server kan haar gegevens niet lezen. Ze blijven bewaard zoals ze zijn, er wordt niets overschreven. Laat het weten aan wie de server beheert.
outside-offline-title = Geen verbinding
outside-offline-text = Deze werkruimte is op dit apparaat nog niet geopend: de eerste keer moet je online zijn.
outside-trouble-title = Er hapert iets aan onze kant
outside-trouble-text = Niets van wat opgeslagen was, is verloren. Probeer het zo meteen opnieuw.
outside-retry = Opnieuw proberen

error-read-only = Met jouw rol kun je deze werkruimte lezen, maar er niet in schrijven.
error-not-found = Dit onderdeel is er niet meer.
error-too-long = Deze tekst is te lang voor dit veld.
error-invalid-comment = Deze opmerking is leeg of te lang.
error-invalid-measure = Deze getallen passen niet bij elkaar. Kijk bijvoorbeeld na of het totaal niet nul is.
error-invalid-value = Deze waarde past niet in dit veld.
error-not-possible = Dat is niet gelukt.
error-storage = De server kan nu even niets opslaan. Probeer het wat later opnieuw.
error-offline = Geen verbinding. Probeer het zo meteen opnieuw.
error-signed-out = Dit apparaat wordt niet meer herkend. Open je persoonlijke link of typ een code.
error-forbidden = Met jouw rol kan dit niet.
error-gone = Wat je zoekt, is er niet meer.
error-refused = De server heeft dit verzoek niet aanvaard.
error-trouble = Er hapert iets aan onze kant. Probeer het zo meteen opnieuw.

crash-title = Deze pagina is gestopt
crash-text = Er ging iets mis aan onze kant. Wat je schreef, is bewaard: laad de pagina opnieuw om verder te gaan.
crash-reload = Pagina opnieuw laden

generation-title = Deze werkruimte is teruggezet vanaf een back-up
generation-text = Wat je hier ziet, is de kopie van dit apparaat, zoals ze voordien was. Misschien staan er woorden in die de server niet meer heeft. Er is niets door elkaar gehaald: je kunt ze lezen en downloaden, en daarna verder met de werkruimte zoals ze nu is.
generation-kept = Je kopie blijft ook op dit apparaat: je vindt ze terug in “Mijn werkruimtes”.
generation-not-kept = Deze browser bewaart niets: download je kopie voor je verdergaat.
generation-download = Mijn kopie downloaden
generation-go-on = Verder met de werkruimte
generation-not-downloaded = Deze browser wilde het bestand niet. Probeer het opnieuw, of kopieer de tekst met de hand.
generation-still-here = Wat je hier open had, is niet verloren: je kunt een kopie meenemen.
