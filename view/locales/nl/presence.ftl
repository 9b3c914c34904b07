# Who is here, who goes along with whom, who leads.

here-title = Nu hier
here-alone = Je bent hier alleen
here-label = { $n ->
    [one] Nu hier: { $names }
   *[other] Nu hier: { $n } mensen ({ $names })
}
here-crowd = { $n } mensen hier
here-search = Zoek iemand
here-hidden = { $n ->
    [one] En nog { $n } persoon: zoek op naam.
   *[other] En nog { $n } mensen: zoek op naam.
}
nav-crowd = { $n ->
    [one] { $n } persoon op deze pagina
   *[other] { $n } mensen op deze pagina
}
presence-inside = Hier: { $names }
presence-entered = { $name } is in “{ $field }”

follow-go = Volgen
follow-stop = Stoppen
follow-whom = { $name } volgen
follow-stop-whom = { $name } niet meer volgen
follow-following = Je volgt { $name }
follow-followers = { $n ->
    [one] { $n } persoon volgt je
   *[other] { $n } mensen volgen je
}
guide-everybody = Iedereen meenemen
guide-stop = Stoppen met begeleiden
guide-leading = { $n ->
    [0] Je begeleidt de groep
    [one] Je begeleidt de groep: { $n } persoon volgt je
   *[other] Je begeleidt de groep: { $n } mensen volgen je
}
guide-asks = { $name } neemt je mee: je pagina volgt zo meteen die van { $name }.
guide-asks-writer = { $name } begeleidt de groep. Rond rustig af en volg daarna als je wilt.
guide-goes-on = { $name } begeleidt de groep
guide-not-now = Nu niet
