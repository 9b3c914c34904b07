# The SMART coach: eight questions, each with a hint. It asks, and never blocks.

coach-title = Vragen om verder te komen
coach-intro = Ze helpen om het doel scherper te maken. Jullie beslissen samen of je ze beantwoordt.
coach-done = Niets op te merken: het doel is helder en meetbaar.
coach-s1 = Over wie of waarover gaat het precies?
coach-s1-hint = Benoem de mensen of de situatie: “mantelzorgers die sinds drie maanden langskomen” zegt meer dan “de gebruikers”.
coach-s2 = Welke zichtbare verandering, en niet welke activiteit?
coach-s2-hint = Vervang “verbeteren” of “bevorderen” door wat je zult zien: van… naar… gaan, verminderen, bereiken.
coach-m1 = Wat is de beginwaarde en wat is de streefwaarde?
coach-m1-hint = Een getal, of een niveau in woorden: waar begin je, waar wil je uitkomen?
coach-m2 = Welke indicator hoort erbij?
coach-m2-hint = Koppel minstens één indicator uit de tabel: die laat zien welke weg je aflegt.
coach-a1 = Wat maakt de streefwaarde mogelijk?
coach-a1-hint = De streefwaarde is meer dan het dubbele van het beginpunt. Noteer de middelen, de ervaring of de steun die haar haalbaar maken.
coach-r1 = Aan welk deel van de missie draagt dit bij?
coach-r1-hint = Zet het doel onder een actielijn: zo krijgt het zijn plaats in het project.
coach-t1 = Tegen welke datum, en met welke tussenstappen?
coach-t1-hint = Een einddatum, en één of twee momenten om onderweg bij te sturen.
coach-t2 = Wie staat ervoor in?
coach-t2-hint = Een rol volstaat (“coördinator sociale contacten”), namen zijn niet nodig.
