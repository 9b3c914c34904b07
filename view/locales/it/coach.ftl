# The SMART coach: eight questions, each with a hint. It asks, and never blocks.

coach-title = Domande per andare più a fondo
coach-intro = Aiutano a precisare l’obiettivo. Decidete insieme se rispondere o no.
coach-done = Tutto a posto: l’obiettivo è chiaro e misurabile.
coach-s1 = Di chi o di che cosa si parla, esattamente?
coach-s1-hint = Indicate le persone o la situazione: «i caregiver familiari accolti da tre mesi» dice più di «gli utenti».
coach-s2 = Quale cambiamento osservabile, più che quale attività?
coach-s2-hint = Al posto di «migliorare» o «favorire», dite che cosa si vedrà: passare da… a…, ridurre, raggiungere.
coach-m1 = Qual è il valore di partenza e qual è il target?
coach-m1-hint = Un numero, o un livello descritto a parole: da dove si parte, dove si vuole arrivare?
coach-m2 = Quale indicatore è collegato?
coach-m2-hint = Collegate almeno un indicatore della griglia: sarà lui a mostrare la strada fatta.
coach-a1 = Che cosa rende possibile il target?
coach-a1-hint = Il target supera il doppio del punto di partenza. Annotate i mezzi, l’esperienza o gli appoggi che lo rendono raggiungibile.
coach-r1 = A quale parte della missione risponde?
coach-r1-hint = Mettete l’obiettivo sotto un asse: troverà il suo posto nel progetto.
coach-t1 = Per quale data, e con quali tappe?
coach-t1-hint = Una scadenza, e una o due tappe per aggiustare la rotta.
coach-t2 = Chi ne risponde?
coach-t2-hint = Basta un ruolo («coordinatrice legami sociali»), senza fare nomi.
