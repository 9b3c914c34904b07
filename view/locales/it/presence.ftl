# Who is here, who goes along with whom, who leads.

here-title = Qui in questo momento
here-alone = Qui ci sei solo tu
here-label = { $n ->
    [one] Qui in questo momento: { $names }
   *[other] Qui in questo momento: { $n } persone ({ $names })
}
here-crowd = { $n } persone qui
here-search = Cerca una persona
here-hidden = { $n ->
    [one] E un’altra persona: cercala per nome ({ $n }).
   *[other] E altre { $n } persone: cercale per nome.
}
nav-crowd = { $n ->
    [one] { $n } persona su questa pagina
   *[other] { $n } persone su questa pagina
}
presence-inside = Qui: { $names }
presence-entered = { $name } è in «{ $field }»

follow-go = Segui
follow-stop = Smetti
follow-whom = Segui { $name }
follow-stop-whom = Smetti di seguire { $name }
follow-following = Stai seguendo { $name }
follow-followers = { $n ->
    [one] { $n } persona ti segue
   *[other] { $n } persone ti seguono
}
guide-everybody = Guida tutto il gruppo
guide-stop = Smetti di guidare
guide-leading = { $n ->
    [0] Stai guidando il gruppo
    [one] Stai guidando il gruppo: { $n } persona ti segue
   *[other] Stai guidando il gruppo: { $n } persone ti seguono
}
guide-asks = { $name } ti guida: tra un istante la tua pagina seguirà la sua.
guide-asks-writer = { $name } guida il gruppo. Finisci con calma, poi segui se vuoi.
guide-goes-on = { $name } guida il gruppo
guide-not-now = Non ora
