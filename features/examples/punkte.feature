# language: de
@service:wallet
@service:resources
@one-tenant
Funktionalität: Punkte, auf Deutsch beschrieben
  So sieht eine Beschreibung aus, die ein deutschsprachiges Team schreibt. Für sie gilt alles, was für
  die englischen gilt.

  Grundlage:
    Angenommen ein Punkteprogramm
    Und Anna nimmt daran teil
    Und Anna hat 300 Punkte gutgeschrieben bekommen

  Szenario: Gutgeschriebene Punkte kommen zum Guthaben
    Wenn Anna 250 Punkte gutgeschrieben bekommt
    Dann hat Anna 550 Punkte

  Szenariogrundriss: Wer <Punkte> Punkte ausgibt, behält <Rest>
    Wenn Anna <Punkte> Punkte ausgibt
    Dann hat Anna <Rest> Punkte

    Beispiele:
      | Punkte | Rest |
      | 100    | 200  |
      | 300    | 0    |

  Szenario: Niemand gibt mehr Punkte aus, als da sind
    Wenn Anna 400 Punkte ausgibt
    Dann wird es abgelehnt, weil das Guthaben nicht reicht
    Und danach hat Anna 300 Punkte
