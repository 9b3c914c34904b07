# The first minute: the steps for whoever begins a workspace, and a line for whoever joins one.

start-title = Om te beginnen
start-progress = { $done } van { $total }
start-close = Deze stappen verbergen
start-step-done = { " " }(gedaan)
start-present = Zeggen wat jullie samenbrengt
start-present-hint = Een titel, een zin over jullie missie, jullie talen.
start-write = Een eerste doelstelling schrijven
start-write-hint = Een onvolmaakte zin volstaat: de coach helpt je hem scherper te maken.
start-invite = Iemand uitnodigen
start-invite-hint = Met een link, een code of een QR-code op het scherm. Niemand heeft een account nodig.
start-show = Het dashboard samenstellen
start-show-hint = Begin met de drie voorgestelde blokken: jullie indicatoren worden daar getekend.
start-done = Alles staat klaar. Zijn jullie het eens, leg dan een versie vast: wat jullie afspraken verandert niet meer.
start-hello-label = Welkom
start-hello-contributor = Welkom, { $name }. Schrijf waar je wilt: alles wordt vanzelf bewaard en de anderen zien het meteen.
start-hello-reader = Welkom, { $name }. Je kunt alles lezen: wat de anderen schrijven verschijnt hier meteen.
start-hello-close = Begrepen
