# What people read when something is in the way: what happened, and what they can do.

error-not-found-title = Deze pagina is hier niet
error-not-found-text = Misschien is het adres niet volledig, of heeft de werkruimte een andere link gekregen.
error-no-access-title = Deze werkruimte is voor wie uitgenodigd is
error-no-access-text = Vraag een link of een code aan wie de werkruimte begeleidt.
error-invite-gone-title = Deze uitnodiging is niet meer geldig
error-invite-gone-text = Ze is verlopen, zo vaak gebruikt als voorzien, of geldt niet meer voor jou. Vraag een nieuwe aan wie begeleidt.
error-link-gone-title = Deze link werkt niet meer
error-link-gone-text = Voor je veiligheid werkt een persoonlijke link één keer, en niet lang. Zo krijg je een andere: open op een apparaat waar Jalon al open is het menu en kies “Verder op een ander apparaat”, of vraag een code aan wie begeleidt.
error-owner-link-gone-text = Voor je veiligheid werkt de eigenaarslink één keer, gedurende een uur. Zo krijg je een andere: voer “jalon owner-link” uit op de server, of vraag het aan wie de server beheert.
error-too-many-title = Een ogenblik, alsjeblieft
error-too-many-text = Er kwamen veel pogingen tegelijk binnen. Probeer het over een minuut opnieuw.
error-server-title = Er hapert iets aan onze kant
error-server-text = Niets van wat opgeslagen was, is verloren. Probeer het zo meteen opnieuw.
error-unreadable-title = Deze werkruimte kan niet geopend worden
error-unreadable-text = De gegevens konden niet gelezen worden. Ze blijven bewaard zoals ze zijn, er wordt niets overschreven. Laat het weten aan wie de server beheert.
error-home = Naar de startpagina
error-have-code = Ik heb een code
