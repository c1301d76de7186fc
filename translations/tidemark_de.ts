<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ChangesPage</name>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Preview changes</source>
        <translation>Vorschau abrufen</translation>
    </message>
    <message>
        <source>Ctrl+P</source>
        <translation>Ctrl+P</translation>
    </message>
    <message>
        <source>Ask the server what a sync would do now. No row is read, nothing is written or locked (Ctrl+P).</source>
        <translation>Den Server fragen, was ein Abgleich jetzt täte. Keine Zeile wird gelesen, nichts geschrieben oder gesperrt (Strg+P).</translation>
    </message>
    <message>
        <source>A preview says what a sync would do with each table that is ticked: how many rows were inserted, updated and deleted since the last sync, which tables would be loaded whole and why, and about how much and how long. Nothing runs yet.</source>
        <translation>Eine Vorschau sagt, was ein Abgleich mit jeder angehakten Tabelle täte: wie viele Zeilen seit dem letzten Abgleich eingefügt, geändert und gelöscht wurden, welche Tabellen ganz geladen würden und warum, und etwa wie viel und wie lange. Es läuft noch nichts.</translation>
    </message>
    <message>
        <source>What a sync would do with each table</source>
        <translation>Was ein Abgleich mit jeder Tabelle täte</translation>
    </message>
    <message>
        <source>Details of the selected table</source>
        <translation>Einzelheiten der gewählten Tabelle</translation>
    </message>
    <message>
        <source>What a sync would do with each table that is ticked. Load whole: the table has no watermark yet, so all its rows are read. Read changes: only what was inserted, updated or deleted since the watermark. Load again: the watermark cannot be continued from; the last column says why.</source>
        <translation>Was ein Abgleich mit jeder angehakten Tabelle täte. Ganz laden: Die Tabelle hat noch keine Watermark, darum werden alle ihre Zeilen gelesen. Änderungen lesen: nur was seit der Watermark eingefügt, geändert oder gelöscht wurde. Neu laden: Von der Watermark aus geht es nicht weiter; die letzte Spalte sagt, warum.</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Look whether the server is ready for syncs (Ctrl+K). Nothing is changed there.</source>
        <translation>Nachsehen, ob der Server für Abgleiche bereit ist (Strg+K). Dort wird nichts geändert.</translation>
    </message>
    <message>
        <source>A check looks at everything a sync needs: driver, encryption, change tracking with its retention and clean-up, snapshots, primary keys and rights. What is missing appears here with the reason and the T-SQL that mends it, for you or for the administrator of the server. The check itself changes nothing.</source>
        <translation>Eine Prüfung sieht sich alles an, was ein Abgleich braucht: Treiber, Verschlüsselung, Änderungsnachverfolgung mit Aufbewahrung und Bereinigung, Momentaufnahmen, Primärschlüssel und Rechte. Was fehlt, erscheint hier mit dem Grund und dem T-SQL, das es behebt, für Sie oder für den Administrator des Servers. Die Prüfung selbst ändert nichts.</translation>
    </message>
    <message>
        <source>Only what needs attention</source>
        <translation>Nur was Beachtung braucht</translation>
    </message>
    <message>
        <source>Hide what is good (Ctrl+Shift+F)</source>
        <translation>Ausblenden, was gut ist (Strg+Umschalt+F)</translation>
    </message>
    <message>
        <source>What was checked</source>
        <translation>Was geprüft wurde</translation>
    </message>
    <message>
        <source>Details of the selected check</source>
        <translation>Einzelheiten der gewählten Prüfung</translation>
    </message>
    <message>
        <source>T-S&amp;QL for the administrator</source>
        <translation>T-S&amp;QL für den Administrator</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the statements that are shown (Ctrl+Shift+C)</source>
        <translation>Die gezeigten Anweisungen kopieren (Strg+Umschalt+C)</translation>
    </message>
    <message>
        <source>Nothing is to be run here.</source>
        <translation>Hier ist nichts auszuführen.</translation>
    </message>
    <message>
        <source>Copy all as script</source>
        <translation>Als Skript kopieren</translation>
    </message>
    <message>
        <source>Copy all statements of this check, in order (Ctrl+Shift+A)</source>
        <translation>Alle Anweisungen dieser Prüfung der Reihe nach kopieren (Strg+Umschalt+A)</translation>
    </message>
    <message>
        <source>Save script…</source>
        <translation>Skript speichern…</translation>
    </message>
    <message>
        <source>Save all statements of this check, in order, for the administrator (Ctrl+Shift+E)</source>
        <translation>Alle Anweisungen dieser Prüfung der Reihe nach für den Administrator speichern (Strg+Umschalt+E)</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>Ctrl+Shift+F</source>
        <translation>Ctrl+Shift+F</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>Ctrl+Shift+A</source>
        <translation>Ctrl+Shift+A</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>What a sync needs, one line each, first for the connection, then for each database and table. A line that failed stops a sync; a warning does not, but is worth reading.</source>
        <translation>Was ein Abgleich braucht, je eine Zeile, erst für die Verbindung, dann für jede Datenbank und Tabelle. Eine fehlgeschlagene Zeile verhindert den Abgleich; eine Warnung nicht, aber sie ist lesenswert.</translation>
    </message>
</context>
<context>
    <name>ConnectionFields</name>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>host or host\instance</source>
        <translation>host oder host\instanz</translation>
    </message>
    <message>
        <source>The server&apos;s name in the network</source>
        <translation>Der Name des Servers im Netz</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>1433</source>
        <translation>1433</translation>
    </message>
    <message>
        <source>The TCP port; empty: 1433, or what an instance says</source>
        <translation>Der TCP-Port; leer: 1433, oder was eine Instanz sagt</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>the login&apos;s own</source>
        <translation>die der Anmeldung</translation>
    </message>
    <message>
        <source>The database to begin with. A login that only one database knows needs it</source>
        <translation>Die Datenbank für den Anfang. Eine Anmeldung, die nur eine Datenbank kennt, braucht sie</translation>
    </message>
    <message>
        <source>&amp;Driver</source>
        <translation>&amp;Treiber</translation>
    </message>
    <message>
        <source>The ODBC driver that talks to the server</source>
        <translation>Der ODBC-Treiber, der mit dem Server spricht</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldeart</translation>
    </message>
    <message>
        <source>How the login proves who it is</source>
        <translation>Wie die Anmeldung beweist, wer sie ist</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>&amp;Keep the password</source>
        <translation>Passwort &amp;merken</translation>
    </message>
    <message>
        <source>In the keychain of the system; where there is none, until Tidemark is closed</source>
        <translation>Im Schlüsselbund des Systems; wo es keinen gibt, bis Tidemark geschlossen wird</translation>
    </message>
    <message>
        <source>&amp;Encryption</source>
        <translation>&amp;Verschlüsselung</translation>
    </message>
    <message>
        <source>Whether others in the network can read along</source>
        <translation>Ob andere im Netz mitlesen können</translation>
    </message>
    <message>
        <source>Encrypted: nothing is sent unless it can be encrypted. Strict: encrypted from the first byte, as SQL Server 2022 and Azure can. Only if the server insists: others in the network may read along.</source>
        <translation>Verschlüsselt: ohne Verschlüsselung wird nichts gesendet. Streng: vom ersten Byte an verschlüsselt, wie SQL Server 2022 und Azure es können. Nur wenn der Server es verlangt: andere im Netz können womöglich mitlesen.</translation>
    </message>
    <message>
        <source>Do &amp;not verify the certificate</source>
        <translation>&amp;Zertifikat nicht prüfen</translation>
    </message>
    <message>
        <source>The connection is encrypted, but anyone could pretend to be the server</source>
        <translation>Die Verbindung ist verschlüsselt, aber jeder könnte sich als der Server ausgeben</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Mehr Einstellungen</translation>
    </message>
    <message>
        <source>Certificate, timeouts, packet size, keywords</source>
        <translation>Zertifikat, Fristen, Paketgröße, Schlüsselwörter</translation>
    </message>
</context>
<context>
    <name>ConnectionOptions</name>
    <message>
        <source>Name in certificate</source>
        <translation>Name im Zertifikat</translation>
    </message>
    <message>
        <source>The name that the server&apos;s certificate is made out to, where it is not the one above</source>
        <translation>Der Name, auf den das Zertifikat des Servers lautet, wenn es nicht der obige ist</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>Certificates in PEM form that vouch for the server, besides those that the system trusts</source>
        <translation>Zertifikate im PEM-Format, die für den Server bürgen, neben denen, denen das System vertraut</translation>
    </message>
    <message>
        <source>A server often has a certificate of its own company. Name the file with the certificate of who issued it, and the server can be verified without trusting everybody.

Microsoft&apos;s driver trusts such a file in all connections of this program, not in one alone.</source>
        <translation>Ein Server hat oft ein Zertifikat der eigenen Firma. Nennen Sie die Datei mit dem Zertifikat des Ausstellers, dann kann der Server geprüft werden, ohne dass jedem vertraut wird.

Microsofts Treiber vertraut einer solchen Datei in allen Verbindungen dieses Programms, nicht nur in einer.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Die Datei wählen</translation>
    </message>
    <message>
        <source>Read from a secondary replica</source>
        <translation>Von sekundärem Replikat lesen</translation>
    </message>
    <message>
        <source>Application intent read-only</source>
        <translation>ApplicationIntent=ReadOnly</translation>
    </message>
    <message>
        <source>An availability group can send readers to a replica that takes no writes. Change tracking cannot be read there, so only whole loads work.</source>
        <translation>Eine Verfügbarkeitsgruppe kann Lesende zu einem Replikat schicken, das keine Änderungen annimmt. Die Änderungsnachverfolgung kann dort nicht gelesen werden, darum lassen sich Tabellen nur ganz laden.</translation>
    </message>
    <message>
        <source>Login timeout</source>
        <translation>Anmeldefrist</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>How long to wait for the server to let the login in</source>
        <translation>Wie lange gewartet wird, bis der Server die Anmeldung annimmt</translation>
    </message>
    <message>
        <source>Query timeout</source>
        <translation>Abfragefrist</translation>
    </message>
    <message>
        <source>How long the server may be silent; a statement that sends rows may take any time</source>
        <translation>Wie lange der Server schweigen darf; eine Anweisung, die Zeilen sendet, darf beliebig lange dauern</translation>
    </message>
    <message>
        <source>Packet si&amp;ze</source>
        <translation>Paketgr&amp;öße</translation>
    </message>
    <message>
        <source>Bytes in a packet of the network protocol; larger ones are faster</source>
        <translation>Bytes in einem Paket des Netzprotokolls; größere sind schneller</translation>
    </message>
    <message>
        <source>E&amp;xtra keywords</source>
        <translation>E&amp;xtra-Schlüsselwörter</translation>
    </message>
    <message>
        <source>MultiSubnetFailover=yes</source>
        <translation>MultiSubnetFailover=yes</translation>
    </message>
    <message>
        <source>Further keywords of the ODBC driver, name=value, one a line</source>
        <translation>Weitere Schlüsselwörter des ODBC-Treibers, Name=Wert, eines je Zeile</translation>
    </message>
</context>
<context>
    <name>ConnectionPane</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Stop wa&amp;iting</source>
        <translation>&amp;Nicht mehr warten</translation>
    </message>
    <message>
        <source>The answer, if it still comes, is not looked at</source>
        <translation>Die Antwort wird nicht mehr beachtet, falls sie noch kommt</translation>
    </message>
    <message>
        <source>Chan&amp;ge…</source>
        <translation>Ände&amp;rn…</translation>
    </message>
    <message>
        <source>Show the settings of the connection</source>
        <translation>Die Einstellungen der Verbindung zeigen</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Nicht verbunden.</translation>
    </message>
    <message>
        <source>Try it with &amp;practice data</source>
        <translation>Mit &amp;Übungsdaten ausprobieren</translation>
    </message>
    <message>
        <source>Starts a small practice server inside Tidemark, with a shop&apos;s made-up orders and customers</source>
        <translation>Startet in Tidemark einen kleinen Übungsserver mit erfundenen Bestellungen und Kunden eines Ladens</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>T&amp;esten</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>Verb&amp;inden</translation>
    </message>
    <message>
        <source>Result of the connection test</source>
        <translation>Ergebnis des Verbindungstests</translation>
    </message>
    <message>
        <source>A small server inside Tidemark with a shop&apos;s made-up orders and customers. There is nothing to set.</source>
        <translation>Ein kleiner Server in Tidemark mit erfundenen Bestellungen und Kunden eines Ladens. Es gibt nichts einzustellen.</translation>
    </message>
    <message>
        <source>New here? Try everything with made-up data first. It needs no server and no settings.</source>
        <translation>Neu hier? Probieren Sie alles erst mit erfundenen Daten aus. Das braucht keinen Server und keine Einstellungen.</translation>
    </message>
    <message>
        <source>Or connect to a server of your own:</source>
        <translation>Oder verbinden Sie sich mit einem eigenen Server:</translation>
    </message>
</context>
<context>
    <name>CsvOptions</name>
    <message>
        <source>Delimiter</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>One character; \t is a tab</source>
        <translation>Ein Zeichen; \t ist ein Tabulator</translation>
    </message>
    <message>
        <source>Line end</source>
        <translation>Zeilenende</translation>
    </message>
    <message>
        <source>One character</source>
        <translation>Ein Zeichen</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Quoting</source>
        <translation>Anführung</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Quotes in texts</source>
        <translation>Anführung im Text</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Datum und Zeit</translation>
    </message>
    <message>
        <source>How a date and its time are put together</source>
        <translation>Wie ein Datum und seine Zeit verbunden werden</translation>
    </message>
    <message>
        <source>NULL as</source>
        <translation>NULL als</translation>
    </message>
    <message>
        <source>Written without quotes, so that it differs from the same text; empty: nothing between the delimiters</source>
        <translation>Wird ohne Anführungszeichen geschrieben, damit es sich vom gleichen Text unterscheidet; leer: nichts zwischen den Trennzeichen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Binary</source>
        <translation>Binär</translation>
    </message>
    <message>
        <source>True as</source>
        <translation>Wahr als</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Komprimierung</translation>
    </message>
    <message>
        <source>False as</source>
        <translation>Falsch als</translation>
    </message>
    <message>
        <source>Rows a file</source>
        <translation>Zeilen je Datei</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>A new file begins after so many rows</source>
        <translation>Nach so vielen Zeilen beginnt eine neue Datei</translation>
    </message>
    <message>
        <source>MB a file</source>
        <translation>MB je Datei</translation>
    </message>
    <message>
        <source>A new file begins once so many megabytes are written, at the end of a row</source>
        <translation>Eine neue Datei beginnt, sobald so viele Megabytes geschrieben sind, am Ende einer Zeile</translation>
    </message>
    <message>
        <source>Header line</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>The first line of each file names the columns</source>
        <translation>Die erste Zeile jeder Datei nennt die Spalten</translation>
    </message>
    <message>
        <source>Byte-order mark</source>
        <translation>Byte-Order-Mark</translation>
    </message>
    <message>
        <source>Excel needs it to read UTF-8; most other programs do not want it</source>
        <translation>Excel braucht sie, um UTF-8 zu lesen; die meisten anderen Programme wollen sie nicht</translation>
    </message>
    <message>
        <source>Guids in lower case</source>
        <translation>GUIDs in Kleinschreibung</translation>
    </message>
    <message>
        <source>Guard formulas</source>
        <translation>Formeln entschärfen</translation>
    </message>
    <message>
        <source>Puts &apos; before a text that begins with = + - or @, so that a spreadsheet does not run it. This changes the value.</source>
        <translation>Setzt &apos; vor einen Text, der mit = + - oder @ beginnt, damit eine Tabellenkalkulation ihn nicht ausführt. Das ändert den Wert.</translation>
    </message>
    <message>
        <source>What ends a row</source>
        <translation>Was eine Zeile beendet</translation>
    </message>
    <message>
        <source>&amp;Quote</source>
        <translation>An&amp;führungszeichen</translation>
    </message>
    <message>
        <source>How letters become bytes; UTF-8 can write every letter</source>
        <translation>Wie Buchstaben zu Bytes werden; UTF-8 kann jeden Buchstaben schreiben</translation>
    </message>
    <message>
        <source>Which values stand between quotes; needed: those that hold a delimiter, a quote or a line end</source>
        <translation>Welche Werte zwischen Anführungszeichen stehen; nötig: solche mit Trennzeichen, Anführungszeichen oder Zeilenende</translation>
    </message>
    <message>
        <source>How a quote within a value is written</source>
        <translation>Wie ein Anführungszeichen in einem Wert geschrieben wird</translation>
    </message>
    <message>
        <source>How the bytes of binary columns are written</source>
        <translation>Wie die Bytes binärer Spalten geschrieben werden</translation>
    </message>
    <message>
        <source>What a bit that is set is written as</source>
        <translation>Wie ein gesetztes Bit geschrieben wird</translation>
    </message>
    <message>
        <source>Smaller files, which the reader must unpack</source>
        <translation>Kleinere Dateien, die der Leser auspacken muss</translation>
    </message>
    <message>
        <source>What a bit that is not set is written as</source>
        <translation>Wie ein nicht gesetztes Bit geschrieben wird</translation>
    </message>
    <message>
        <source>SQL Server shows guids, its unique identifiers, in upper case</source>
        <translation>SQL Server zeigt GUIDs, seine eindeutigen Kennungen, in Großbuchstaben</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Sets the options below for the program that is to read the files</source>
        <translation>Stellt die Optionen darunter für das Programm ein, das die Dateien lesen soll</translation>
    </message>
</context>
<context>
    <name>FailureCard</name>
    <message>
        <source>Why the table failed</source>
        <translation>Warum die Tabelle fehlschlug</translation>
    </message>
    <message>
        <source>Why:</source>
        <translation>Warum:</translation>
    </message>
    <message>
        <source>What to do:</source>
        <translation>Abhilfe:</translation>
    </message>
    <message>
        <source>Code:</source>
        <translation>Code:</translation>
    </message>
    <message>
        <source>The server&apos;s or the driver&apos;s number, and the state that ODBC gives: what to search for.</source>
        <translation>Die Nummer des Servers oder des Treibers und der Zustand, den ODBC nennt: danach lässt sich suchen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Sync this table again with the settings of the run (Ctrl+T in the list).</source>
        <translation>Diese Tabelle mit den Einstellungen des Laufs noch einmal abgleichen (Strg+T in der Liste).</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Put everything known of the failure on the clipboard (Ctrl+C in the list); passwords are not in it.</source>
        <translation>Alles, was über den Fehler bekannt ist, in die Zwischenablage legen (Strg+C in der Liste); Passwörter sind nicht dabei.</translation>
    </message>
    <message>
        <source>Open log</source>
        <translation>Zum Protokoll</translation>
    </message>
    <message>
        <source>Show what happened during the run, with times (Ctrl+L).</source>
        <translation>Zeigen, was während des Laufs geschah, mit der Uhrzeit (Strg+L).</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
</context>
<context>
    <name>FreshnessPage</name>
    <message>
        <source>Freshness</source>
        <translation>Aktualität</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Neu abfragen</translation>
    </message>
    <message>
        <source>Shift+F5</source>
        <translation>Shift+F5</translation>
    </message>
    <message>
        <source>Read the watermarks, and ask the server how far it is (Shift+F5).</source>
        <translation>Die Watermarks lesen und den Server fragen, wie weit er ist (Umschalt+F5).</translation>
    </message>
    <message>
        <source>Here stands how fresh each table is. A sync notes in a watermark up to which version a table was read; the server keeps later changes for a limited time only. A table that is not synced in time must be loaded whole again, and this page says how long there is. It fills after the first sync.</source>
        <translation>Hier steht, wie aktuell jede Tabelle ist. Ein Abgleich vermerkt in einer Watermark, bis zu welcher Version eine Tabelle gelesen wurde; spätere Änderungen bewahrt der Server nur begrenzte Zeit auf. Eine Tabelle, die nicht rechtzeitig abgeglichen wird, muss wieder ganz geladen werden, und diese Seite sagt, wie viel Zeit bleibt. Sie füllt sich nach dem ersten Abgleich.</translation>
    </message>
    <message>
        <source>Tables, the most urgent first</source>
        <translation>Tabellen, die dringendsten zuerst</translation>
    </message>
    <message>
        <source>Details of the selected table</source>
        <translation>Einzelheiten der gewählten Tabelle</translation>
    </message>
    <message>
        <source>Each table with the time until the server may forget its changes, its retention, and with the number of versions that it is behind. The server counts a version with each transaction that changes a tracked table, in whichever table; so a table can be behind although nothing in it has changed.</source>
        <translation>Jede Tabelle mit der Zeit, bis der Server ihre Änderungen vergessen darf (die Aufbewahrung), und mit der Zahl der Versionen, die sie im Rückstand ist. Der Server zählt mit jeder Transaktion, die eine verfolgte Tabelle ändert, eine Version, gleich in welcher Tabelle; darum kann eine Tabelle im Rückstand sein, obwohl sich in ihr nichts geändert hat.</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Filter by table, reason or warning</source>
        <translation>Nach Tabelle, Grund oder Warnung filtern</translation>
    </message>
    <message>
        <source>Filter of the history</source>
        <translation>Filter des Verlaufs</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>From when on runs are shown</source>
        <translation>Ab wann Läufe gezeigt werden</translation>
    </message>
    <message>
        <source>All times</source>
        <translation>Alle Zeiten</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Kind of runs</source>
        <translation>Art der Läufe</translation>
    </message>
    <message>
        <source>Which runs are shown</source>
        <translation>Welche Läufe gezeigt werden</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Alle Läufe</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Whole tables</source>
        <translation>Ganze Tabellen</translation>
    </message>
    <message>
        <source>Reloaded</source>
        <translation>Neu geladen</translation>
    </message>
    <message>
        <source>With warnings</source>
        <translation>Mit Warnungen</translation>
    </message>
    <message>
        <source>Read the history again</source>
        <translation>Den Verlauf neu lesen</translation>
    </message>
    <message>
        <source>Runs, the newest first</source>
        <translation>Läufe, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Files and plot</source>
        <translation>Dateien und Kurve</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Verify files</source>
        <translation>Dateien prüfen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+V</source>
        <translation>Ctrl+Shift+V</translation>
    </message>
    <message>
        <source>Reads the files of the selected run and compares rows, bytes and SHA-256 with what was written (Ctrl+Shift+V)</source>
        <translation>Liest die Dateien des gewählten Laufs und vergleicht Zeilen, Bytes und SHA-256 mit dem, was geschrieben wurde (Strg+Umschalt+V)</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation>Ctrl+Shift+D</translation>
    </message>
    <message>
        <source>Shows the folder with the files of the selected run (Ctrl+Shift+D)</source>
        <translation>Zeigt den Ordner mit den Dateien des gewählten Laufs (Strg+Umschalt+D)</translation>
    </message>
    <message>
        <source>Watermark…</source>
        <translation>Watermark…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+W</source>
        <translation>Ctrl+Shift+W</translation>
    </message>
    <message>
        <source>Up to which version the selected table is copied; reset it or set it back (Ctrl+Shift+W)</source>
        <translation>Bis zu welcher Version die gewählte Tabelle kopiert ist; entfernen oder zurückstellen (Strg+Umschalt+W)</translation>
    </message>
    <message>
        <source>Files of the selected run</source>
        <translation>Dateien des gewählten Laufs</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Only the selected table</source>
        <translation>Nur die gewählte Tabelle</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>Leaves the runs of other tables out of the plot (Ctrl+Shift+T)</source>
        <translation>Lässt die Läufe anderer Tabellen aus der Kurve weg (Strg+Umschalt+T)</translation>
    </message>
    <message>
        <source>Each line is a table that a sync published: by Tidemark, or by the older tool in the same folders. Runs that failed or found nothing new published nothing, so they have no line here; the page Freshness tells which tables failed last.</source>
        <translation>Jede Zeile ist eine Tabelle, die ein Abgleich veröffentlicht hat: von Tidemark oder vom älteren Werkzeug in denselben Ordnern. Läufe, die fehlschlugen oder nichts Neues fanden, haben nichts veröffentlicht und darum hier keine Zeile; die Seite Aktualität sagt, welche Tabellen zuletzt fehlschlugen.</translation>
    </message>
    <message>
        <source>The files of the run that is selected above. SHA-256 is the fingerprint of a file: when it is the same, so is every byte.</source>
        <translation>Die Dateien des Laufs, der oben ausgewählt ist. SHA-256 ist der Fingerabdruck einer Datei: Ist er gleich, so ist jedes Byte gleich.</translation>
    </message>
</context>
<context>
    <name>JobPage</name>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Fi&amp;les go to</source>
        <translation>Dateien na&amp;ch</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Choose the folder for the files</source>
        <translation>Den Ordner für die Dateien wählen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show the folder with the files</source>
        <translation>Den Ordner mit den Dateien zeigen</translation>
    </message>
    <message>
        <source>Water&amp;marks go to</source>
        <translation>Watermar&amp;ks nach</translation>
    </message>
    <message>
        <source>A watermark remembers up to which version a table has been copied, so that the next sync brings only what changed.</source>
        <translation>Eine Watermark merkt sich, bis zu welcher Version eine Tabelle kopiert ist, damit der nächste Abgleich nur die Änderungen bringt.</translation>
    </message>
    <message>
        <source>Choose the folder for the watermarks</source>
        <translation>Den Ordner für die Watermarks wählen</translation>
    </message>
    <message>
        <source>Ta&amp;bles at a time</source>
        <translation>Tabellen z&amp;ugleich</translation>
    </message>
    <message>
        <source>Each needs a connection of its own</source>
        <translation>Jede braucht eine eigene Verbindung</translation>
    </message>
    <message>
        <source>How the tables are copied. A job file keeps what is set here together with the connection and the tables that are ticked: File, Save job.</source>
        <translation>Wie die Tabellen kopiert werden. Eine Auftragsdatei bewahrt, was hier eingestellt ist, zusammen mit der Verbindung und den angehakten Tabellen: Datei, Auftrag speichern.</translation>
    </message>
    <message>
        <source>The folder for the CSV files. Each table gets a folder below it, by database, schema and table, with a folder for each day; manifest.json in it lists the files that are the table, in order.</source>
        <translation>Der Ordner für die CSV-Dateien. Jede Tabelle bekommt darin einen Ordner, nach Datenbank, Schema und Tabelle, mit einem Ordner für jeden Tag; manifest.json darin nennt der Reihe nach die Dateien, die die Tabelle sind.</translation>
    </message>
    <message>
        <source>The folder for the watermarks. A watermark remembers up to which version a table has been copied, so that the next sync brings only what changed. Without it the next sync copies the whole table again.</source>
        <translation>Der Ordner für die Watermarks. Eine Watermark merkt sich, bis zu welcher Version eine Tabelle kopiert ist, damit der nächste Abgleich nur die Änderungen bringt. Ohne sie kopiert der nächste Abgleich die ganze Tabelle noch einmal.</translation>
    </message>
    <message>
        <source>How many tables are copied at the same time. Each has a connection of its own to the server, so more are faster only as long as the server, the network and the disk keep up.</source>
        <translation>Wie viele Tabellen zugleich kopiert werden. Jede hat eine eigene Verbindung zum Server, darum sind mehr nur so lange schneller, wie Server, Netz und Datenträger mithalten.</translation>
    </message>
    <message>
        <source>CSV files</source>
        <translation>CSV-Dateien</translation>
    </message>
    <message>
        <source>When something is not as before</source>
        <translation>Wenn etwas nicht wie vorher ist</translation>
    </message>
    <message>
        <source>A file will look like this:</source>
        <translation>So wird eine Datei aussehen:</translation>
    </message>
    <message>
        <source>Rows to show</source>
        <translation>Gezeigte Zeilen</translation>
    </message>
    <message>
        <source>Made-up rows, or the first ones of a table that is ticked</source>
        <translation>Erfundene Zeilen oder die ersten einer angehakten Tabelle</translation>
    </message>
    <message>
        <source>The first rows as they will be written</source>
        <translation>Die ersten Zeilen, wie sie geschrieben werden</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Tidemark</source>
        <translation>Tidemark</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;New job</source>
        <translation>&amp;Neuer Auftrag</translation>
    </message>
    <message>
        <source>&amp;Open job…</source>
        <translation>Auftrag ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Try it with practice data</source>
        <translation>Mit &amp;Übungsdaten ausprobieren</translation>
    </message>
    <message>
        <source>Open the folder with the &amp;files</source>
        <translation>Den &amp;Ordner mit den Dateien öffnen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation>Ab&amp;gleichen</translation>
    </message>
    <message>
        <source>&amp;Cancel the run</source>
        <translation>Lauf ab&amp;brechen</translation>
    </message>
    <message>
        <source>&amp;Refresh the tables</source>
        <translation>Tabellen &amp;aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Filter the tables</source>
        <translation>Tabellen &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;About Tidemark</source>
        <translation>Über &amp;Tidemark</translation>
    </message>
    <message>
        <source>&amp;Save job</source>
        <translation>Auftrag &amp;speichern</translation>
    </message>
    <message>
        <source>Save job &amp;as…</source>
        <translation>Auftrag speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>&amp;Copy as command</source>
        <translation>Als Befehl &amp;kopieren</translation>
    </message>
    <message>
        <source>The command line that runs this job without a window, for a script or a scheduler</source>
        <translation>Die Befehlszeile, die diesen Auftrag ohne Fenster ausführt, für ein Skript oder einen Zeitplaner</translation>
    </message>
    <message>
        <source>&amp;Explain this</source>
        <translation>Dies &amp;erklären</translation>
    </message>
    <message>
        <source>Explains the thing that has the keyboard</source>
        <translation>Erklärt, was gerade die Tastatur hat</translation>
    </message>
    <message>
        <source>&amp;What&apos;s this?</source>
        <translation>&amp;Was ist das?</translation>
    </message>
    <message>
        <source>Explains the thing that you click on next</source>
        <translation>Erklärt, worauf Sie als Nächstes klicken</translation>
    </message>
</context>
<context>
    <name>PolicyOptions</name>
    <message>
        <source>When a watermark has expired</source>
        <translation>Bei abgelaufener Watermark</translation>
    </message>
    <message>
        <source>The server keeps changes for a time only. A table that was not synced within it cannot continue from its watermark.</source>
        <translation>Der Server bewahrt Änderungen nur eine Zeit lang auf. Eine Tabelle, die in dieser Zeit nicht abgeglichen wurde, kann nicht von ihrer Watermark aus weitermachen.</translation>
    </message>
    <message>
        <source>When columns change</source>
        <translation>Bei geänderten Spalten</translation>
    </message>
    <message>
        <source>A column was added, dropped or got another type since the last sync. Change tracking does not send the new values of rows that did not change.</source>
        <translation>Seit dem letzten Abgleich kam eine Spalte hinzu, fiel weg oder bekam einen anderen Typ. Die Änderungsnachverfolgung sendet die neuen Werte von Zeilen nicht, die sich nicht geändert haben.</translation>
    </message>
    <message>
        <source>Snapshot isolation</source>
        <translation>Momentaufnahmen</translation>
    </message>
    <message>
        <source>All rows of a table as of one moment, whatever others write meanwhile. The database must allow it.</source>
        <translation>Alle Zeilen einer Tabelle auf dem Stand eines Augenblicks, was immer andere inzwischen schreiben. Die Datenbank muss es erlauben.</translation>
    </message>
    <message>
        <source>Further tries</source>
        <translation>Weitere Versuche</translation>
    </message>
    <message>
        <source>After an error that may pass, such as a lost connection, a table is read again from its start</source>
        <translation>Nach einem Fehler, der vorübergehen kann, etwa einer abgerissenen Verbindung, wird eine Tabelle von vorn gelesen</translation>
    </message>
</context>
<context>
    <name>ProfileBar</name>
    <message>
        <source>Pr&amp;ofile</source>
        <translation>Pr&amp;ofil</translation>
    </message>
    <message>
        <source>Saved connections; their passwords rest in the keychain</source>
        <translation>Gespeicherte Verbindungen; ihre Passwörter liegen im Schlüsselbund</translation>
    </message>
    <message>
        <source>(not saved)</source>
        <translation>(nicht gespeichert)</translation>
    </message>
    <message>
        <source>M&amp;anage</source>
        <translation>Ver&amp;walten</translation>
    </message>
    <message>
        <source>Save, copy, rename, remove, hand on and order profiles</source>
        <translation>Profile speichern, kopieren, umbenennen, entfernen, weitergeben und ordnen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Leave the profiles as they are (Esc)</source>
        <translation>Die Profile lassen, wie sie sind (Esc)</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Sync</source>
        <translation>Abgleichen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What the job does next, and how far it is.</source>
        <translation>Was der Auftrag als Nächstes tut, und wie weit er ist.</translation>
    </message>
    <message>
        <source>Copies the tables that are ticked: a table that has never been copied whole, any other by its changes since the last sync. Files and watermark of a table move together; a table that fails keeps what it had. Keys: Ctrl+R.</source>
        <translation>Kopiert die angehakten Tabellen: eine noch nie ganz kopierte Tabelle vollständig, jede andere durch ihre Änderungen seit dem letzten Abgleich. Dateien und Watermark einer Tabelle gehen gemeinsam weiter; eine Tabelle, die fehlschlägt, behält, was sie hatte. Tasten: Strg+R.</translation>
    </message>
    <message>
        <source>Stops within two seconds. Tables that are done keep their files; of a table in the middle nothing is published. Keys: Ctrl+Shift+R.</source>
        <translation>Hält binnen zwei Sekunden an. Fertige Tabellen behalten ihre Dateien; von einer halbfertigen Tabelle wird nichts veröffentlicht. Tasten: Strg+Umschalt+R.</translation>
    </message>
    <message>
        <source>Tables that are finished</source>
        <translation>Fertige Tabellen</translation>
    </message>
</context>
<context>
    <name>RunPage</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>When a sync runs, each table has a line here: how far it is, how fast, and at the end what happened. The lines stay until the next run.</source>
        <translation>Während eines Abgleichs hat jede Tabelle hier eine Zeile: wie weit sie ist, wie schnell, und am Ende, was geschehen ist. Die Zeilen bleiben bis zum nächsten Lauf.</translation>
    </message>
    <message>
        <source>Tables of this run</source>
        <translation>Tabellen dieses Laufs</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Select a table above to see what happened to it.</source>
        <translation>Wählen Sie oben eine Tabelle, um zu sehen, was mit ihr geschah.</translation>
    </message>
    <message>
        <source>Details of the selected table</source>
        <translation>Einzelheiten der gewählten Tabelle</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What happens is written here, with times.</source>
        <translation>Was geschieht, steht hier mit der Uhrzeit.</translation>
    </message>
    <message>
        <source>All tables together</source>
        <translation>Alle Tabellen zusammen</translation>
    </message>
    <message>
        <source>Sync the tables again that failed or were cancelled, with the settings of the run (Ctrl+Shift+T).</source>
        <translation>Die fehlgeschlagenen und abgebrochenen Tabellen mit den Einstellungen des Laufs noch einmal abgleichen (Strg+Umschalt+T).</translation>
    </message>
    <message>
        <source>&amp;Cancel this table</source>
        <translation>Diese Tabelle ab&amp;brechen</translation>
    </message>
    <message>
        <source>The other tables go on.</source>
        <translation>Die anderen Tabellen laufen weiter.</translation>
    </message>
    <message>
        <source>Try this table &amp;again</source>
        <translation>Diese Tabelle &amp;wiederholen</translation>
    </message>
    <message>
        <source>With the settings of the run.</source>
        <translation>Mit den Einstellungen des Laufs.</translation>
    </message>
    <message>
        <source>Open the table&apos;s &amp;folder</source>
        <translation>&amp;Ordner der Tabelle öffnen</translation>
    </message>
    <message>
        <source>Shows the files of this run.</source>
        <translation>Zeigt die Dateien dieses Laufs.</translation>
    </message>
    <message>
        <source>Co&amp;py details</source>
        <translation>Details &amp;kopieren</translation>
    </message>
    <message>
        <source>Everything known of the table, without passwords.</source>
        <translation>Alles, was über die Tabelle bekannt ist, ohne Passwörter.</translation>
    </message>
    <message>
        <source>Each table of the run. Done: its files and its watermark have moved together. Nothing new: no change since its watermark. Reloaded: read whole once more; the details say why. Failed and cancelled: it keeps the files and the watermark that it had.</source>
        <translation>Jede Tabelle des Laufs. Fertig: Ihre Dateien und ihre Watermark sind gemeinsam vorgerückt. Nichts Neues: keine Änderung seit der Watermark. Neu geladen: noch einmal ganz gelesen; die Einzelheiten sagen, warum. Fehlgeschlagen und abgebrochen: Sie behält die Dateien und die Watermark, die sie hatte.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Show the folder with the files (Ctrl+Shift+O)</source>
        <translation>Den Ordner mit den Dateien zeigen (Strg+Umschalt+O)</translation>
    </message>
    <message>
        <source>Details, speed and log</source>
        <translation>Einzelheiten, Tempo und Protokoll</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How many rows a second came from the server over the time of the run, and beside it those of the table that is selected above. Point at the line to see the figures of that moment.</source>
        <translation>Wie viele Zeilen je Sekunde im Lauf der Zeit vom Server kamen, und daneben die der Tabelle, die oben ausgewählt ist. Zeigen Sie auf die Linie, um die Zahlen jenes Augenblicks zu sehen.</translation>
    </message>
</context>
<context>
    <name>TableOptionsDialog</name>
    <message>
        <source>&amp;Columns that are copied:</source>
        <translation>Kopierte &amp;Spalten:</translation>
    </message>
    <message>
        <source>Columns that are copied</source>
        <translation>Kopierte Spalten</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>&amp;Key only</source>
        <translation>&amp;Nur Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Rows where:</source>
        <translation>&amp;Zeilen mit:</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>alle Zeilen</translation>
    </message>
    <message>
        <source>A condition in T-SQL; only rows that meet it are copied</source>
        <translation>Eine Bedingung in T-SQL; nur Zeilen, die sie erfüllen, werden kopiert</translation>
    </message>
</context>
<context>
    <name>TableTreePane</name>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the tables</source>
        <translation>Die Tabellen filtern</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Ask the server again (F5)</source>
        <translation>Den Server erneut fragen (F5)</translation>
    </message>
    <message>
        <source>Databases, schemas and tables</source>
        <translation>Datenbanken, Schemas und Tabellen</translation>
    </message>
    <message>
        <source>Shows only what has these letters in its name; a schema can be written before the table: dbo.orders. What is ticked stays ticked while it is not shown. Keys: Ctrl+F.</source>
        <translation>Zeigt nur, was diese Buchstaben im Namen hat; vor der Tabelle kann ein Schema stehen: dbo.orders. Was angehakt ist, bleibt angehakt, auch wenn es nicht gezeigt wird. Tasten: Strg+F.</translation>
    </message>
    <message>
        <source>Tick what is to be copied; ticking a database or schema takes the tables in it that change tracking can follow. Tracked: changes can be copied. Not tracked: change tracking is off, the table can be copied whole. No key: without a primary key change tracking cannot follow it. Not there: the job names it, but the server has no such table for this login. The mode of a ticked table can be edited: F2, or the menu of a selection.</source>
        <translation>Haken Sie an, was kopiert werden soll; ein Haken an einer Datenbank oder einem Schema nimmt die Tabellen darin, denen die Änderungsnachverfolgung folgen kann. Verfolgt: Änderungen können kopiert werden. Nicht verfolgt: die Änderungsnachverfolgung ist aus, die Tabelle kann ganz kopiert werden. Kein Schlüssel: ohne Primärschlüssel kann die Änderungsnachverfolgung ihr nicht folgen. Nicht da: der Auftrag nennt sie, aber der Server hat für diese Anmeldung keine solche Tabelle. Der Modus einer angehakten Tabelle kann geändert werden: F2 oder das Menü einer Auswahl.</translation>
    </message>
</context>
<context>
    <name>WatermarkDialog</name>
    <message>
        <source>Watermark</source>
        <translation>Watermark</translation>
    </message>
    <message>
        <source>A watermark is the version of the database up to which a table is copied. The next sync brings the changes after it; without one, the whole table.</source>
        <translation>Eine Watermark ist die Version der Datenbank, bis zu der eine Tabelle kopiert ist. Der nächste Abgleich bringt die Änderungen danach; ohne Watermark bringt er die ganze Tabelle.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Letzter Abgleich</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>&amp;Earlier version</source>
        <translation>&amp;Frühere Version</translation>
    </message>
    <message>
        <source>Versions at which a set of files ends; files cannot be cut in the middle</source>
        <translation>Versionen, bei denen ein Dateisatz endet; Dateien können nicht in der Mitte geteilt werden</translation>
    </message>
    <message>
        <source>&amp;Set back…</source>
        <translation>&amp;Zurückstellen…</translation>
    </message>
    <message>
        <source>The next sync reads the changes after that version again</source>
        <translation>Der nächste Abgleich liest die Änderungen nach jener Version noch einmal</translation>
    </message>
    <message>
        <source>&amp;Reset…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>Removes the watermark, so that the next sync loads the whole table</source>
        <translation>Entfernt die Watermark, sodass der nächste Abgleich die ganze Tabelle lädt</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Puts back what the last sync left</source>
        <translation>Stellt wieder her, was der letzte Abgleich hinterließ</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>tidemark::BlockCursor</name>
    <message>
        <source>The statement&apos;s columns are not in the order that a driver can read.</source>
        <translation>Die Spalten der Anweisung stehen nicht in der Reihenfolge, in der ein Treiber sie lesen kann.</translation>
    </message>
    <message>
        <source>The server answered with %1 columns instead of %2.</source>
        <translation>Der Server antwortete mit %1 Spalten statt mit %2.</translation>
    </message>
    <message>
        <source>A value of column %1 does not fit its type: more than %2 bytes came. The column may have been altered meanwhile; run the table again.</source>
        <translation>Ein Wert der Spalte %1 passt nicht zu ihrem Typ: es kamen mehr als %2 Bytes. Vielleicht wurde die Spalte inzwischen geändert; lassen Sie die Tabelle noch einmal laufen.</translation>
    </message>
    <message>
        <source>The driver stops inside a value of column %1.</source>
        <translation>Der Treiber hört mitten in einem Wert der Spalte %1 auf.</translation>
    </message>
</context>
<context>
    <name>tidemark::BlockPipe</name>
    <message>
        <source>The rows could not be moved: %1.</source>
        <translation>Die Zeilen konnten nicht bewegt werden: %1.</translation>
    </message>
    <message>
        <source>an unknown exception</source>
        <translation>eine unbekannte Ausnahme</translation>
    </message>
</context>
<context>
    <name>tidemark::Cancellation</name>
    <message>
        <source>The table was cancelled before it was published; its files and watermark are as before.</source>
        <translation>Die Tabelle wurde abgebrochen, bevor sie veröffentlicht wurde; ihre Dateien und ihre Watermark sind wie vorher.</translation>
    </message>
</context>
<context>
    <name>tidemark::CatalogController</name>
    <message>
        <source>This login sees no database on the server.</source>
        <translation>Diese Anmeldung sieht auf dem Server keine Datenbank.</translation>
    </message>
</context>
<context>
    <name>tidemark::CatalogReader</name>
    <message>
        <source>Try %1 to list the tables failed (%2); the next one begins after %3 seconds.</source>
        <translation>Versuch %1, die Tabellen aufzulisten, schlug fehl (%2); der nächste beginnt nach %3 Sekunden.</translation>
    </message>
</context>
<context>
    <name>tidemark::ChangeQueryText</name>
    <message>
        <source>The table has no column that can be read. Grant SELECT on it, or name other columns.</source>
        <translation>Die Tabelle hat keine Spalte, die gelesen werden kann. Gewähren Sie SELECT darauf, oder nennen Sie andere Spalten.</translation>
    </message>
    <message>
        <source>The table has no primary key, and changes can be told apart by key only. Use the mode full, or add a primary key.</source>
        <translation>Die Tabelle hat keinen Primärschlüssel, und Änderungen lassen sich nur am Schlüssel unterscheiden. Benutzen Sie den Modus full, oder ergänzen Sie einen Primärschlüssel.</translation>
    </message>
</context>
<context>
    <name>tidemark::ChangesController</name>
    <message>
        <source>The job has changed since; preview it again.</source>
        <translation>Der Auftrag hat sich seither geändert; rufen Sie die Vorschau noch einmal ab.</translation>
    </message>
    <message>
        <source>A sync has run since; preview it again.</source>
        <translation>Seither ist ein Abgleich gelaufen; rufen Sie die Vorschau noch einmal ab.</translation>
    </message>
</context>
<context>
    <name>tidemark::ChangesModel</name>
    <message>
        <source>load again</source>
        <translation>neu laden</translation>
    </message>
    <message>
        <source>load whole</source>
        <translation>ganz laden</translation>
    </message>
    <message>
        <source>read changes</source>
        <translation>Neues lesen</translation>
    </message>
    <message>
        <source>would fail</source>
        <translation>schlägt fehl</translation>
    </message>
    <message>
        <source>About %1 rows.</source>
        <translation>Etwa %1 Zeilen.</translation>
    </message>
    <message>
        <source>Inserts %1, updates %2, deletes %3</source>
        <translation>Eingefügt %1, geändert %2, gelöscht %3</translation>
    </message>
    <message>
        <source>Versions %1 to %2</source>
        <translation>Versionen %1 bis %2</translation>
    </message>
    <message>
        <source>Estimated from the table&apos;s earlier files, or from its size on the server</source>
        <translation>Geschätzt nach früheren Dateien der Tabelle oder nach ihrer Größe auf dem Server</translation>
    </message>
    <message>
        <source>Estimated from the table&apos;s earlier runs</source>
        <translation>Geschätzt nach früheren Läufen der Tabelle</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Inserts</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Deletes</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>A sync would</source>
        <translation>Ein Abgleich würde</translation>
    </message>
</context>
<context>
    <name>tidemark::ChangesPage</name>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>A sync would read nothing now.</source>
        <translation>Ein Abgleich läse jetzt nichts.</translation>
    </message>
    <message>
        <source>%1 of %2 tables would be read</source>
        <translation>%1 von %2 Tabellen würden gelesen</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>Changes: inserts %1, updates %2, deletes %3.</source>
        <translation>Änderungen: eingefügt %1, geändert %2, gelöscht %3.</translation>
    </message>
    <message>
        <source>Tables that would fail: %1.</source>
        <translation>Tabellen, die fehlschlügen: %1.</translation>
    </message>
    <message>
        <source>Asking the server.</source>
        <translation>Der Server wird gefragt.</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand: %1.</translation>
    </message>
</context>
<context>
    <name>tidemark::CheckController</name>
    <message>
        <source>Looks at the connection and at the tables that are ticked.</source>
        <translation>Sieht sich die Verbindung und die angehakten Tabellen an.</translation>
    </message>
    <message>
        <source>No table is ticked: looks at the tracked tables of the databases that are open in the tree.</source>
        <translation>Keine Tabelle ist angehakt: sieht sich die verfolgten Tabellen der Datenbanken an, die im Baum geöffnet sind.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save the script</source>
        <translation>Skript speichern</translation>
    </message>
    <message>
        <source>T-SQL scripts (*.sql);;All files (*)</source>
        <translation>T-SQL-Skripte (*.sql);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Als %1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>tidemark::CheckModel</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Es fehlt nichts.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at.</source>
        <translation>
            <numerusform>%n Punkt zu beachten.</numerusform>
            <numerusform>%n Punkte zu beachten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>tidemark::CheckPage</name>
    <message>
        <source>Checking.</source>
        <translation>Wird geprüft.</translation>
    </message>
    <message>
        <source>%1 at %2.</source>
        <translation>%1 um %2.</translation>
    </message>
    <message>
        <source>%1 as %2, at %3.</source>
        <translation>%1 als %2, um %3.</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Es fehlt nichts.</translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n fehlgeschlagen.</numerusform>
            <numerusform>%n fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s).</source>
        <translation>
            <numerusform>%n Warnung.</numerusform>
            <numerusform>%n Warnungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Why it matters: %1</source>
        <translation>Hintergrund: %1</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Abhilfe: %1</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <translation>Prüfung anhalten</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>Die Prüfung wurde angehalten.</translation>
    </message>
</context>
<context>
    <name>tidemark::CheckState</name>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>tidemark::Compressor</name>
    <message>
        <source>A file cannot be compressed: %1 reports &quot;%2&quot;. Check that there is memory left, or write without compression.</source>
        <translation>Eine Datei kann nicht komprimiert werden: %1 meldet „%2“. Prüfen Sie, ob noch Speicher frei ist, oder schreiben Sie ohne Komprimierung.</translation>
    </message>
    <message>
        <source>no memory</source>
        <translation>kein Speicher</translation>
    </message>
</context>
<context>
    <name>tidemark::ConnectionCheck</name>
    <message>
        <source>driver</source>
        <translation>Treiber</translation>
    </message>
    <message>
        <source>log in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>The server accepts the login.</source>
        <translation>Der Server nimmt die Anmeldung an.</translation>
    </message>
    <message>
        <source>The server accepts the user %1.</source>
        <translation>Der Server nimmt den Benutzer %1 an.</translation>
    </message>
    <message>
        <source>encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>tidemark::ConnectionController</name>
    <message>
        <source>Testing the connection to %1.</source>
        <translation>Die Verbindung zu %1 wird getestet.</translation>
    </message>
    <message>
        <source>The connection works.</source>
        <translation>Die Verbindung funktioniert.</translation>
    </message>
    <message>
        <source>The connection does not work.</source>
        <translation>Die Verbindung funktioniert nicht.</translation>
    </message>
    <message>
        <source>Starting the practice server.</source>
        <translation>Der Übungsserver startet.</translation>
    </message>
    <message>
        <source>Connecting to %1.</source>
        <translation>Verbindung zu %1 wird hergestellt.</translation>
    </message>
    <message>
        <source>Connected to the practice server, %1.</source>
        <translation>Verbunden mit dem Übungsserver, %1.</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>Verbunden mit %1.</translation>
    </message>
    <message>
        <source>Stopped waiting for the server.</source>
        <translation>Auf den Server wird nicht mehr gewartet.</translation>
    </message>
    <message>
        <source>Certificates that are trusted</source>
        <translation>Zertifikate, denen vertraut wird</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>tidemark::ConnectionFields</name>
    <message>
        <source>This system has no keychain that answers: the password is forgotten when Tidemark is closed.</source>
        <translation>Dieses System hat keinen Schlüsselbund, der antwortet: das Passwort wird vergessen, wenn Tidemark geschlossen wird.</translation>
    </message>
    <message>
        <source>The best one installed</source>
        <translation>Der beste installierte</translation>
    </message>
    <message>
        <source>The best one: %1</source>
        <translation>Der beste: %1</translation>
    </message>
    <message>
        <source>Windows account (Kerberos)</source>
        <translation>Windows-Konto (Kerberos)</translation>
    </message>
    <message>
        <source>Entra ID: user and password</source>
        <translation>Entra ID: Benutzer und Passwort</translation>
    </message>
    <message>
        <source>Entra ID: in the browser</source>
        <translation>Entra ID: im Browser</translation>
    </message>
    <message>
        <source>Entra ID: service principal</source>
        <translation>Entra ID: Dienstprinzipal</translation>
    </message>
    <message>
        <source>Entra ID: managed identity</source>
        <translation>Entra ID: verwaltete Identität</translation>
    </message>
    <message>
        <source>Entra ID: Windows account</source>
        <translation>Entra ID: Windows-Konto</translation>
    </message>
    <message>
        <source>User and password of SQL Server</source>
        <translation>Benutzer und Passwort von SQL Server</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>Strict (TDS 8)</source>
        <translation>Streng (TDS 8)</translation>
    </message>
    <message>
        <source>Only if the server insists</source>
        <translation>Nur wenn der Server es verlangt</translation>
    </message>
    <message>
        <source>&amp;User (client ID)</source>
        <translation>&amp;Benutzer (Client-ID)</translation>
    </message>
    <message>
        <source>&amp;User (object ID)</source>
        <translation>&amp;Benutzer (Objekt-ID)</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>the machine&apos;s own identity</source>
        <translation>die eigene Identität des Rechners</translation>
    </message>
    <message>
        <source>name@company.example</source>
        <translation>name@firma.example</translation>
    </message>
    <message>
        <source>ID of the application</source>
        <translation>ID der Anwendung</translation>
    </message>
    <message>
        <source>Pass&amp;word (client secret)</source>
        <translation>&amp;Passwort (Clientgeheimnis)</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message numerus="yes">
        <source>More settings, %n changed</source>
        <translation>
            <numerusform>Mehr Einstellungen, %n geändert</numerusform>
            <numerusform>Mehr Einstellungen, %n geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Mehr Einstellungen</translation>
    </message>
    <message>
        <source>%1 cannot sign in this way.</source>
        <translation>%1 beherrscht diese Anmeldeart nicht.</translation>
    </message>
    <message>
        <source>The account&apos;s Kerberos ticket counts: kinit gets one.</source>
        <translation>Es zählt das Kerberos-Ticket des Kontos: kinit holt eines.</translation>
    </message>
    <message>
        <source>%1 has no strict encryption.</source>
        <translation>%1 hat keine strenge Verschlüsselung.</translation>
    </message>
    <message>
        <source>A sign-in with Entra ID needs encryption.</source>
        <translation>Eine Anmeldung mit Entra ID braucht Verschlüsselung.</translation>
    </message>
    <message>
        <source>%1 is not installed here. Choose another driver.</source>
        <translation>%1 ist hier nicht installiert. Wählen Sie einen anderen Treiber.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to %1.</source>
        <translation>Ein Port ist eine Zahl von 1 bis %1.</translation>
    </message>
    <message>
        <source>After the comma stands a port from 1 to %1.</source>
        <translation>Nach dem Komma steht ein Port von 1 bis %1.</translation>
    </message>
    <message>
        <source>Name a server first.</source>
        <translation>Nennen Sie zuerst einen Server.</translation>
    </message>
    <message>
        <source>Name a user first.</source>
        <translation>Nennen Sie zuerst einen Benutzer.</translation>
    </message>
</context>
<context>
    <name>tidemark::ConnectionOptions</name>
    <message>
        <source>Tidemark asks for %1 at most: larger packets can hang a driver.</source>
        <translation>Tidemark verlangt höchstens %1: größere Pakete können einen Treiber hängen lassen.</translation>
    </message>
    <message>
        <source>A packet has %1 to %2 bytes.</source>
        <translation>Ein Paket hat %1 bis %2 Bytes.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not of the form name=value.</source>
        <translation>„%1“ hat nicht die Form Name=Wert.</translation>
    </message>
    <message>
        <source>The keyword %1 stands there twice.</source>
        <translation>Das Schlüsselwort %1 steht zweimal da.</translation>
    </message>
</context>
<context>
    <name>tidemark::ConnectionPane</name>
    <message>
        <source>The job needs a password to connect.</source>
        <translation>Der Auftrag braucht ein Passwort für die Verbindung.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Nicht verbunden.</translation>
    </message>
    <message>
        <source>Hide settin&amp;gs</source>
        <translation>Einstellungen ve&amp;rbergen</translation>
    </message>
    <message>
        <source>Chan&amp;ge…</source>
        <translation>Ände&amp;rn…</translation>
    </message>
    <message>
        <source>Wait until the server has answered.</source>
        <translation>Warten Sie, bis der Server geantwortet hat.</translation>
    </message>
</context>
<context>
    <name>tidemark::ConnectionText</name>
    <message>
        <source>A value of the connection holds the text &quot;.dsn&quot;, which Qt&apos;s ODBC plugin takes for the name of a file. Change that value.</source>
        <translation>Ein Wert der Verbindung enthält den Text „.dsn“, den das ODBC-Plugin von Qt für einen Dateinamen hält. Ändern Sie diesen Wert.</translation>
    </message>
    <message>
        <source>The connection&apos;s values are longer than an ODBC driver takes.</source>
        <translation>Die Werte der Verbindung sind länger, als ein ODBC-Treiber annimmt.</translation>
    </message>
    <message>
        <source>The %1 holds a NUL character, which would cut it off.</source>
        <translation>Dies enthält ein NUL-Zeichen, das es abschneiden würde: %1.</translation>
    </message>
    <message>
        <source>The %1 holds half of a surrogate pair, which is no text.</source>
        <translation>Dies enthält ein halbes Surrogatpaar, das kein Text ist: %1.</translation>
    </message>
    <message>
        <source>The %1 holds the text &quot;.dsn&quot;, which Qt&apos;s ODBC plugin takes for the name of a file. Change the %1.</source>
        <translation>Dies enthält den Text „.dsn“, den das ODBC-Plugin von Qt für einen Dateinamen hält: %1. Ändern Sie es.</translation>
    </message>
    <message>
        <source>FreeTDS cannot take the %1: it holds &quot;}&quot; together with &quot;;&quot;, with &quot;{&quot; at the beginning or with blanks at an end. Change the %1, or use Microsoft&apos;s driver.</source>
        <translation>FreeTDS kann dies nicht annehmen: %1. Es enthält „}“ zusammen mit „;“, mit „{“ am Anfang oder mit Leerzeichen an einem Ende. Ändern Sie es, oder benutzen Sie Microsofts Treiber.</translation>
    </message>
    <message>
        <source>The driver&apos;s name %1 holds a brace.</source>
        <translation>Der Name des Treibers %1 enthält eine geschweifte Klammer.</translation>
    </message>
    <message>
        <source>value of %1</source>
        <translation>Wert von %1</translation>
    </message>
    <message>
        <source>user name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>server&apos;s name</source>
        <translation>Name des Servers</translation>
    </message>
    <message>
        <source>%1 knows neither strict encryption nor another name in the certificate. Install ODBC Driver 18 for SQL Server.</source>
        <translation>%1 kennt weder strenge Verschlüsselung noch einen anderen Namen im Zertifikat. Installieren Sie „ODBC Driver 18 for SQL Server“.</translation>
    </message>
    <message>
        <source>name in the certificate</source>
        <translation>Name im Zertifikat</translation>
    </message>
    <message>
        <source>FreeTDS cannot do strict encryption. Use Microsoft&apos;s driver, or encryption &quot;yes&quot;.</source>
        <translation>FreeTDS kann keine strenge Verschlüsselung. Benutzen Sie Microsofts Treiber oder die Verschlüsselung „yes“.</translation>
    </message>
    <message>
        <source>No server is named.</source>
        <translation>Es ist kein Server genannt.</translation>
    </message>
    <message>
        <source>The password is longer than SQL Server&apos;s limit of %1 characters.</source>
        <translation>Das Passwort ist länger als die %1 Zeichen, die SQL Server zulässt.</translation>
    </message>
    <message>
        <source>database&apos;s name</source>
        <translation>Name der Datenbank</translation>
    </message>
    <message>
        <source>%1 has no sign-in of the kind %2. Use Microsoft&apos;s &quot;ODBC Driver 18 for SQL Server&quot;, or another kind of sign-in.</source>
        <translation>%1 kennt die Anmeldeart %2 nicht. Benutzen Sie Microsofts „ODBC Driver 18 for SQL Server“ oder eine andere Anmeldeart.</translation>
    </message>
    <message>
        <source>The sign-in %1 needs a user.</source>
        <translation>Die Anmeldeart %1 braucht einen Benutzer.</translation>
    </message>
    <message>
        <source>A sign-in with Entra ID needs an encrypted connection. Set the encryption to yes or strict.</source>
        <translation>Eine Anmeldung mit Entra ID braucht eine verschlüsselte Verbindung. Setzen Sie die Verschlüsselung auf yes oder strict.</translation>
    </message>
</context>
<context>
    <name>tidemark::CsvOptions</name>
    <message>
        <source>with a blank between</source>
        <translation>mit Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>with a T between</source>
        <translation>mit T getrennt</translation>
    </message>
    <message>
        <source>where needed</source>
        <translation>wo nötig</translation>
    </message>
    <message>
        <source>every value</source>
        <translation>jeder Wert</translation>
    </message>
    <message>
        <source>all but numbers</source>
        <translation>alles außer Zahlen</translation>
    </message>
    <message>
        <source>doubled</source>
        <translation>verdoppelt</translation>
    </message>
    <message>
        <source>after a backslash</source>
        <translation>nach einem Backslash</translation>
    </message>
    <message>
        <source>LF (Linux, macOS)</source>
        <translation>LF (Linux, macOS)</translation>
    </message>
    <message>
        <source>CR LF (Windows)</source>
        <translation>CR LF (Windows)</translation>
    </message>
    <message>
        <source>CR</source>
        <translation>CR</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
</context>
<context>
    <name>tidemark::CsvReader</name>
    <message>
        <source>the last line has no end</source>
        <translation>die letzte Zeile hat kein Ende</translation>
    </message>
    <message>
        <source>a quoted field is not followed by a delimiter or a line end</source>
        <translation>auf ein Feld in Anführungszeichen folgt weder ein Trennzeichen noch ein Zeilenende</translation>
    </message>
    <message>
        <source>a quoted field has no end</source>
        <translation>ein Feld in Anführungszeichen hat kein Ende</translation>
    </message>
    <message>
        <source>Line %1 cannot be read as CSV: %2. Check that the file is complete and that the CSV options are those it was written with.</source>
        <translation>Zeile %1 kann nicht als CSV gelesen werden: %2. Prüfen Sie, ob die Datei vollständig ist und ob die CSV-Optionen die sind, mit denen sie geschrieben wurde.</translation>
    </message>
</context>
<context>
    <name>tidemark::CsvWriter</name>
    <message>
        <source>Column %1, row %2: the character U+%3 cannot be written in Latin-1. Choose the encoding UTF-8 for this table.</source>
        <translation>Spalte %1, Zeile %2: das Zeichen U+%3 kann nicht in Latin-1 geschrieben werden. Wählen Sie für diese Tabelle die Kodierung UTF-8.</translation>
    </message>
    <message>
        <source>The rows cannot be written: %1. Check the disk and the folder, then run again.</source>
        <translation>Die Zeilen können nicht geschrieben werden: %1. Prüfen Sie Datenträger und Ordner, und lassen Sie es dann noch einmal laufen.</translation>
    </message>
    <message>
        <source>The rows end inside a row, so they are not complete.</source>
        <translation>Die Zeilen enden mitten in einer Zeile, sind also nicht vollständig.</translation>
    </message>
</context>
<context>
    <name>tidemark::Decompressor</name>
    <message>
        <source>it cannot be decompressed, %1 reports &quot;%2&quot;</source>
        <translation>sie kann nicht dekomprimiert werden, %1 meldet „%2“</translation>
    </message>
</context>
<context>
    <name>tidemark::Diagnostics</name>
    <message>
        <source>The driver says: %1</source>
        <translation>Der Treiber sagt: %1</translation>
    </message>
    <message>
        <source>%1 answered, but no connection came about. Mostly that is the encryption: the server may refuse it, or its certificate is not trusted or made out to another name.</source>
        <translation>%1 antwortete, aber es kam keine Verbindung zustande. Meist liegt das an der Verschlüsselung: der Server lehnt sie vielleicht ab, oder seinem Zertifikat wird nicht vertraut, oder es lautet auf einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 closed the connection during the login.</source>
        <translation>%1 schloss die Verbindung während der Anmeldung.</translation>
    </message>
    <message>
        <source>The server sent nothing for %1 seconds (the query timeout).</source>
        <translation>Der Server sandte %1 Sekunden lang nichts (die Abfragefrist).</translation>
    </message>
    <message>
        <source>The driver cannot hand on a value.</source>
        <translation>Der Treiber kann einen Wert nicht weitergeben.</translation>
    </message>
    <message>
        <source>The driver failed without saying why.</source>
        <translation>Der Treiber scheiterte, ohne zu sagen, warum.</translation>
    </message>
    <message>
        <source>The ODBC driver cannot be loaded.</source>
        <translation>Der ODBC-Treiber kann nicht geladen werden.</translation>
    </message>
    <message>
        <source>Install it with the libraries that it needs, or choose another one.</source>
        <translation>Installieren Sie ihn mit den Bibliotheken, die er braucht, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The sign-in to %1 found no Kerberos ticket that helps.</source>
        <translation>Die Anmeldung an %1 fand kein passendes Kerberos-Ticket.</translation>
    </message>
    <message>
        <source>Get one with kinit, and check the server&apos;s name: the ticket is for the name written there.</source>
        <translation>Holen Sie eines mit kinit, und prüfen Sie den Namen des Servers: Das Ticket gilt für den Namen, der dort steht.</translation>
    </message>
    <message>
        <source>No encrypted connection to %1 came about.</source>
        <translation>Es kam keine verschlüsselte Verbindung zu %1 zustande.</translation>
    </message>
    <message>
        <source>Check the encryption setting, the server&apos;s certificate, its name and the CA file.</source>
        <translation>Prüfen Sie die Einstellung der Verschlüsselung, das Zertifikat des Servers, seinen Namen und die CA-Datei.</translation>
    </message>
    <message>
        <source>The name of the server %1 has no address.</source>
        <translation>Der Name des Servers %1 hat keine Adresse.</translation>
    </message>
    <message>
        <source>Check its spelling, and the network or VPN.</source>
        <translation>Prüfen Sie die Schreibweise und das Netz oder VPN.</translation>
    </message>
    <message>
        <source>Check the encryption setting, the server&apos;s name and the CA file.</source>
        <translation>Prüfen Sie die Einstellung der Verschlüsselung, den Namen des Servers und die CA-Datei.</translation>
    </message>
    <message>
        <source>If it comes often, look at the server&apos;s log for the reason.</source>
        <translation>Wenn es oft vorkommt, suchen Sie den Grund im Protokoll des Servers.</translation>
    </message>
    <message>
        <source>The server %1 cannot be reached.</source>
        <translation>Der Server %1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check name and port, that it runs and listens on TCP, and the firewalls between.</source>
        <translation>Prüfen Sie Name und Port, ob er läuft und auf TCP horcht, und die Firewalls dazwischen.</translation>
    </message>
    <message>
        <source>Choose a quieter hour, or let the connection wait longer.</source>
        <translation>Wählen Sie eine ruhigere Stunde, oder lassen Sie die Verbindung länger warten.</translation>
    </message>
    <message>
        <source>The connection to the server broke off.</source>
        <translation>Die Verbindung zum Server ist abgerissen.</translation>
    </message>
    <message>
        <source>If it comes often, look for a firewall or VPN that cuts long connections.</source>
        <translation>Wenn es oft vorkommt, suchen Sie nach einer Firewall oder einem VPN, das lange Verbindungen trennt.</translation>
    </message>
</context>
<context>
    <name>tidemark::DialectCheck</name>
    <message>
        <source>the delimiter and the quote must be single characters other than a line break</source>
        <translation>Trennzeichen und Anführungszeichen müssen einzelne Zeichen sein und kein Zeilenumbruch</translation>
    </message>
    <message>
        <source>the delimiter and the quote are the same character</source>
        <translation>Trennzeichen und Anführungszeichen sind dasselbe Zeichen</translation>
    </message>
    <message>
        <source>the backslash cannot be the escape and the delimiter or quote at once</source>
        <translation>der Backslash kann nicht zugleich maskieren und Trenn- oder Anführungszeichen sein</translation>
    </message>
    <message>
        <source>the line end must not be empty and must not hold the delimiter or the quote</source>
        <translation>das Zeilenende darf nicht leer sein und weder Trennzeichen noch Anführungszeichen enthalten</translation>
    </message>
    <message>
        <source>the decimal mark must be a character that numbers do not have</source>
        <translation>das Dezimalzeichen muss ein Zeichen sein, das in Zahlen nicht vorkommt</translation>
    </message>
    <message>
        <source>the date and time separator must be a single character other than a line break</source>
        <translation>das Trennzeichen zwischen Datum und Zeit muss ein einzelnes Zeichen sein und kein Zeilenumbruch</translation>
    </message>
    <message>
        <source>the words for true and false must differ</source>
        <translation>die Wörter für wahr und falsch müssen sich unterscheiden</translation>
    </message>
    <message>
        <source>the NULL mark must not hold the delimiter, the quote or a line break</source>
        <translation>das Zeichen für NULL darf weder Trennzeichen noch Anführungszeichen noch einen Zeilenumbruch enthalten</translation>
    </message>
    <message>
        <source>Latin-1 cannot hold the characters of its own marks and words</source>
        <translation>Latin-1 kann die Zeichen seiner eigenen Marken und Wörter nicht darstellen</translation>
    </message>
    <message>
        <source>The CSV options do not fit together: %1. Change them in the job&apos;s csv settings.</source>
        <translation>Die CSV-Optionen passen nicht zusammen: %1. Ändern Sie sie in den csv-Einstellungen des Auftrags.</translation>
    </message>
</context>
<context>
    <name>tidemark::DialectPreset</name>
    <message>
        <source>The standard knows no NULL: its readers take it for an empty text.</source>
        <translation>Der Standard kennt kein NULL: Seine Leser halten es für einen leeren Text.</translation>
    </message>
    <message>
        <source>Excel does not tell NULL from an empty text, rounds numbers after 15 digits, cuts texts after 32,767 characters, and may take a text for a number, a date or a formula.</source>
        <translation>Excel unterscheidet NULL nicht von einem leeren Text, rundet Zahlen nach 15 Stellen, kürzt Texte nach 32.767 Zeichen und hält einen Text womöglich für eine Zahl, ein Datum oder eine Formel.</translation>
    </message>
    <message>
        <source>Read it with: COPY ... WITH (FORMAT csv, HEADER). PostgreSQL refuses a text that holds the character U+0000.</source>
        <translation>Zu lesen mit: COPY ... WITH (FORMAT csv, HEADER). PostgreSQL lehnt einen Text ab, der das Zeichen U+0000 enthält.</translation>
    </message>
    <message>
        <source>Read it with: BULK INSERT ... WITH (FORMAT = &apos;CSV&apos;, FIRSTROW = 2, CODEPAGE = &apos;65001&apos;, KEEPNULLS). An empty text may come as NULL.</source>
        <translation>Zu lesen mit: BULK INSERT ... WITH (FORMAT = &apos;CSV&apos;, FIRSTROW = 2, CODEPAGE = &apos;65001&apos;, KEEPNULLS). Ein leerer Text kommt womöglich als NULL an.</translation>
    </message>
    <message>
        <source>Read it with: FIELD_OPTIONALLY_ENCLOSED_BY = &apos;&quot;&apos;, SKIP_HEADER = 1. Snowflake refuses values that are too long for its types.</source>
        <translation>Zu lesen mit: FIELD_OPTIONALLY_ENCLOSED_BY = &apos;&quot;&apos;, SKIP_HEADER = 1. Snowflake lehnt Werte ab, die für seine Typen zu lang sind.</translation>
    </message>
    <message>
        <source>Read it with: allow_quoted_nulls = false, or an empty text comes as NULL. Binary values come as hexadecimal text.</source>
        <translation>Zu lesen mit: allow_quoted_nulls = false, sonst kommt ein leerer Text als NULL an. Binäre Werte kommen als hexadezimaler Text.</translation>
    </message>
    <message>
        <source>Read it with: keep_default_na=False, na_values=[&apos;\\N&apos;]. A text that is \N comes as missing, and so whole numbers with gaps come as fractions.</source>
        <translation>Zu lesen mit: keep_default_na=False, na_values=[&apos;\\N&apos;]. Ein Text, der \N ist, kommt als fehlend an, und ganze Zahlen mit Lücken kommen als Brüche an.</translation>
    </message>
</context>
<context>
    <name>tidemark::DialogPrompts</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>tidemark::DocumentReader</name>
    <message>
        <source>The file is not UTF-8 text. Save it as UTF-8.</source>
        <translation>Die Datei ist kein UTF-8-Text. Speichern Sie sie als UTF-8.</translation>
    </message>
    <message>
        <source>This is a folder. Name a file, JSON or YAML.</source>
        <translation>Dies ist ein Ordner. Nennen Sie eine Datei, JSON oder YAML.</translation>
    </message>
    <message>
        <source>The file cannot be read (%1). Check its permissions.</source>
        <translation>Die Datei kann nicht gelesen werden (%1). Prüfen Sie ihre Rechte.</translation>
    </message>
    <message>
        <source>There is no such file. Check the path.</source>
        <translation>Diese Datei gibt es nicht. Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>Reading the file failed (%1).</source>
        <translation>Das Lesen der Datei schlug fehl (%1).</translation>
    </message>
    <message>
        <source>The file is larger than 16 MB, so it is hardly what was meant. Check the path.</source>
        <translation>Die Datei ist größer als 16 MB, also kaum das, was gemeint war. Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>The extension must say what the file is: .json, .yaml or .yml.</source>
        <translation>Die Endung muss sagen, was die Datei ist: .json, .yaml oder .yml.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
</context>
<context>
    <name>tidemark::DocumentWriter</name>
    <message>
        <source>The extension must say what the file is: .json, .yaml or .yml.</source>
        <translation>Die Endung muss sagen, was die Datei ist: .json, .yaml oder .yml.</translation>
    </message>
    <message>
        <source>The file cannot be written (%1). Check its folder, permissions and free space.</source>
        <translation>Die Datei kann nicht geschrieben werden (%1). Prüfen Sie ihren Ordner, die Rechte und den freien Platz.</translation>
    </message>
</context>
<context>
    <name>tidemark::DriverAbilities</name>
    <message>
        <source>FreeTDS has no sign-in with Entra ID and no strict encryption. Microsoft&apos;s &quot;ODBC Driver 18 for SQL Server&quot; has both.</source>
        <translation>FreeTDS hat keine Anmeldung mit Entra ID und keine strenge Verschlüsselung. Microsofts „ODBC Driver 18 for SQL Server“ hat beides.</translation>
    </message>
    <message>
        <source>This driver is old: it knows neither strict encryption nor another name in the certificate. Install &quot;ODBC Driver 18 for SQL Server&quot; from Microsoft&apos;s packages.</source>
        <translation>Dieser Treiber ist alt: er kennt weder strenge Verschlüsselung noch einen anderen Namen im Zertifikat. Installieren Sie „ODBC Driver 18 for SQL Server“ aus Microsofts Paketen.</translation>
    </message>
</context>
<context>
    <name>tidemark::DriverFiles</name>
    <message>
        <source>A file for the ODBC driver cannot be written: %1.</source>
        <translation>Eine Datei für den ODBC-Treiber kann nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>The CA file cannot be read: %1.</source>
        <translation>Die CA-Datei kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>The CA file holds no certificate in PEM form.</source>
        <translation>Die CA-Datei enthält kein Zertifikat im PEM-Format.</translation>
    </message>
    <message>
        <source>The server&apos;s name cannot be written into freetds.conf. Use its DNS name.</source>
        <translation>Der Name des Servers kann nicht in freetds.conf geschrieben werden. Benutzen Sie seinen DNS-Namen.</translation>
    </message>
</context>
<context>
    <name>tidemark::EnvReader</name>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>this is not NAME=value; the line is ignored.</source>
        <translation>dies ist nicht NAME=Wert; die Zeile wird nicht beachtet.</translation>
    </message>
    <message>
        <source>the quote of %1 is not closed; the line is ignored.</source>
        <translation>das Anführungszeichen von %1 ist nicht geschlossen; die Zeile wird nicht beachtet.</translation>
    </message>
    <message>
        <source>text after the closing quote of %1 is ignored.</source>
        <translation>Text nach dem schließenden Anführungszeichen von %1 wird nicht beachtet.</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2) and is ignored.</source>
        <translation>%1 kann nicht gelesen werden (%2) und wird nicht beachtet.</translation>
    </message>
</context>
<context>
    <name>tidemark::ExtraKeyword</name>
    <message>
        <source>%1 is not a keyword of a connection string.</source>
        <translation>%1 ist kein Schlüsselwort einer Verbindungszeichenfolge.</translation>
    </message>
    <message>
        <source>The keyword %1 would carry a password, which has a field of its own and is never written to a file.</source>
        <translation>Das Schlüsselwort %1 enthielte ein Passwort; das hat ein eigenes Feld und wird nie in eine Datei geschrieben.</translation>
    </message>
    <message>
        <source>The keyword %1 cannot be given as an extra one: Tidemark sets it itself, or it would spoil what is read.</source>
        <translation>Das Schlüsselwort %1 kann nicht zusätzlich angegeben werden: Tidemark setzt es selbst, oder es würde verderben, was gelesen wird.</translation>
    </message>
</context>
<context>
    <name>tidemark::FailureAdvice</name>
    <message>
        <source>Check the name in the list of tables. If it is missing there, ask for the right to read it.</source>
        <translation>Prüfen Sie den Namen in der Liste der Tabellen. Wenn er dort fehlt, bitten Sie um das Leserecht.</translation>
    </message>
    <message>
        <source>The ODBC driver cannot do what is needed.</source>
        <translation>Der ODBC-Treiber kann nicht, was gebraucht wird.</translation>
    </message>
    <message>
        <source>Choose another driver in the connection, or install a newer one.</source>
        <translation>Wählen Sie in der Verbindung einen anderen Treiber, oder installieren Sie einen neueren.</translation>
    </message>
    <message>
        <source>The server could not be reached, or the connection broke.</source>
        <translation>Der Server war nicht erreichbar, oder die Verbindung riss ab.</translation>
    </message>
    <message>
        <source>Test the connection, then try again.</source>
        <translation>Testen Sie die Verbindung, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The server did not let the login in.</source>
        <translation>Der Server hat die Anmeldung nicht angenommen.</translation>
    </message>
    <message>
        <source>A right is missing.</source>
        <translation>Es fehlt ein Recht.</translation>
    </message>
    <message>
        <source>The table was not found.</source>
        <translation>Die Tabelle wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The table&apos;s changes are not tracked.</source>
        <translation>Die Änderungen der Tabelle werden nicht verfolgt.</translation>
    </message>
    <message>
        <source>The table has no primary key, so its changes cannot be tracked.</source>
        <translation>Die Tabelle hat keinen Primärschlüssel, darum können ihre Änderungen nicht verfolgt werden.</translation>
    </message>
    <message>
        <source>Give it a key, or sync it with the mode full.</source>
        <translation>Geben Sie ihr einen Schlüssel, oder gleichen Sie sie mit dem Modus full ab.</translation>
    </message>
    <message>
        <source>A value could not be read or written exactly.</source>
        <translation>Ein Wert konnte nicht genau gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>Leave the column out, or choose an encoding that holds the value.</source>
        <translation>Lassen Sie die Spalte weg, oder wählen Sie eine Kodierung, die den Wert darstellen kann.</translation>
    </message>
    <message>
        <source>The server refused or broke off a statement.</source>
        <translation>Der Server hat eine Anweisung abgelehnt oder abgebrochen.</translation>
    </message>
    <message>
        <source>Read the details; the server&apos;s own words are there.</source>
        <translation>Lesen Sie die Einzelheiten; dort stehen die eigenen Worte des Servers.</translation>
    </message>
    <message>
        <source>Something went wrong that Tidemark did not expect.</source>
        <translation>Etwas ging schief, womit Tidemark nicht gerechnet hat.</translation>
    </message>
    <message>
        <source>Try again. If it stays, report it with the details.</source>
        <translation>Versuchen Sie es noch einmal. Wenn es bleibt, melden Sie es mit den Einzelheiten.</translation>
    </message>
    <message>
        <source>The job or a setting is wrong.</source>
        <translation>Der Auftrag oder eine Einstellung ist falsch.</translation>
    </message>
    <message>
        <source>Mend the setting that the details name.</source>
        <translation>Berichtigen Sie die Einstellung, die in den Einzelheiten genannt ist.</translation>
    </message>
    <message>
        <source>The table has not been synced before, so there is nothing to go on from.</source>
        <translation>Die Tabelle wurde noch nie abgeglichen, darum gibt es nichts, woran sich anknüpfen lässt.</translation>
    </message>
    <message>
        <source>Sync it once with the mode full or full_incremental.</source>
        <translation>Gleichen Sie sie einmal mit dem Modus full oder full_incremental ab.</translation>
    </message>
    <message>
        <source>The server no longer keeps the changes since the last sync.</source>
        <translation>Der Server hat die Änderungen seit dem letzten Abgleich nicht mehr.</translation>
    </message>
    <message>
        <source>Load the table whole again: the mode full_incremental does it by itself.</source>
        <translation>Laden Sie die Tabelle wieder ganz: der Modus full_incremental tut es von selbst.</translation>
    </message>
    <message>
        <source>Columns or key of the table have changed since the last sync.</source>
        <translation>Spalten oder Schlüssel der Tabelle haben sich seit dem letzten Abgleich geändert.</translation>
    </message>
    <message>
        <source>Load the table whole again, or let the job go on with the new columns.</source>
        <translation>Laden Sie die Tabelle wieder ganz, oder lassen Sie den Auftrag mit den neuen Spalten weitermachen.</translation>
    </message>
    <message>
        <source>The files could not be written or read.</source>
        <translation>Die Dateien konnten nicht geschrieben oder gelesen werden.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s rights and the free space, then try again.</source>
        <translation>Prüfen Sie die Rechte des Ordners und den freien Platz, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The folder belongs to another server&apos;s table.</source>
        <translation>Der Ordner gehört zur Tabelle eines anderen Servers.</translation>
    </message>
    <message>
        <source>Choose another output folder for this server.</source>
        <translation>Wählen Sie für diesen Server einen anderen Ausgabeordner.</translation>
    </message>
    <message>
        <source>Another run has the table in hand.</source>
        <translation>Ein anderer Lauf bearbeitet die Tabelle gerade.</translation>
    </message>
    <message>
        <source>Wait until it ends, then try again.</source>
        <translation>Warten Sie, bis er endet, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The table was cancelled; its files and watermark are as before.</source>
        <translation>Die Tabelle wurde abgebrochen; ihre Dateien und ihre Watermark sind wie vorher.</translation>
    </message>
    <message>
        <source>Try again when it suits.</source>
        <translation>Versuchen Sie es noch einmal, wenn es passt.</translation>
    </message>
    <message>
        <source>Trying again may help.</source>
        <translation>Ein neuer Versuch kann helfen.</translation>
    </message>
    <message>
        <source>Trying again helps only once this is mended.</source>
        <translation>Ein neuer Versuch hilft erst, wenn dies behoben ist.</translation>
    </message>
    <message>
        <source>Error %1</source>
        <translation>Fehler %1</translation>
    </message>
    <message>
        <source>SQLSTATE %1</source>
        <translation>SQLSTATE %1</translation>
    </message>
    <message>
        <source>Check user, password and kind of sign-in, and test the connection.</source>
        <translation>Prüfen Sie Benutzer, Passwort und Anmeldeart, und testen Sie die Verbindung.</translation>
    </message>
    <message>
        <source>Ask whoever administers the database for it.</source>
        <translation>Bitten Sie darum, wer die Datenbank verwaltet.</translation>
    </message>
    <message>
        <source>Have its owner enable change tracking, or sync it with the mode full.</source>
        <translation>Lassen Sie ihren Besitzer die Änderungsnachverfolgung einschalten, oder gleichen Sie sie mit dem Modus full ab.</translation>
    </message>
</context>
<context>
    <name>tidemark::FailureCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tidemark::FailureNote</name>
    <message>
        <source>Who asks for the status later will not hear of this failure: %1</source>
        <translation>Wer später nach dem Stand fragt, erfährt von diesem Fehlschlag nicht: %1</translation>
    </message>
</context>
<context>
    <name>tidemark::FaultCall</name>
    <message>
        <source>A fault is written as kind=close row=100 statement=[orders], a value with blanks in double quotes; &quot;%1&quot; is not.</source>
        <translation>Ein Fehler wird als kind=close row=100 statement=[orders] geschrieben, ein Wert mit Leerzeichen in doppelten Anführungszeichen; &quot;%1&quot; ist keiner.</translation>
    </message>
</context>
<context>
    <name>tidemark::FieldHint</name>
    <message>
        <source>mistake</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>tidemark::FileOps</name>
    <message>
        <source>The file %1 cannot be made</source>
        <translation>Die Datei %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>The file %1 cannot be opened for writing</source>
        <translation>Die Datei %1 kann nicht zum Schreiben geöffnet werden</translation>
    </message>
    <message>
        <source>The file %1 cannot be written</source>
        <translation>Die Datei %1 kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>%1 cannot be forced to the disk</source>
        <translation>%1 kann nicht auf den Datenträger gezwungen werden</translation>
    </message>
    <message>
        <source>A file cannot get its final name %1</source>
        <translation>Eine Datei kann ihren endgültigen Namen %1 nicht bekommen</translation>
    </message>
    <message>
        <source>%1 cannot be removed</source>
        <translation>%1 kann nicht entfernt werden</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made</source>
        <translation>Der Ordner %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>: the disk is full (%1). Free some space or choose another folder, then run again.</source>
        <translation>: der Datenträger ist voll (%1). Schaffen Sie Platz oder wählen Sie einen anderen Ordner, und lassen Sie es dann noch einmal laufen.</translation>
    </message>
    <message>
        <source>: %1. Give this user the right to write there, or choose another folder.</source>
        <translation>: %1. Geben Sie diesem Benutzer dort das Schreibrecht, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>: a file stands in its way at %1. Move that file away or choose another folder.</source>
        <translation>: bei %1 steht eine Datei im Weg. Verschieben Sie diese Datei, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>: %1. Check the disk and the folder, then run again.</source>
        <translation>: %1. Prüfen Sie Datenträger und Ordner, und lassen Sie es dann noch einmal laufen.</translation>
    </message>
    <message>
        <source>The free space of %1 cannot be asked: %2. Check the disk and the folder.</source>
        <translation>Der freie Platz von %1 lässt sich nicht erfragen: %2. Prüfen Sie Datenträger und Ordner.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2. Check its rights and the disk.</source>
        <translation>Die Datei %1 kann nicht gelesen werden: %2. Prüfen Sie ihre Rechte und den Datenträger.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>sie ist ein Ordner</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2. Check the disk.</source>
        <translation>Die Datei %1 kann nicht gelesen werden: %2. Prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read: %2. Check its rights, and that it is a folder.</source>
        <translation>Der Ordner %1 kann nicht gelesen werden: %2. Prüfen Sie seine Rechte, und ob er ein Ordner ist.</translation>
    </message>
</context>
<context>
    <name>tidemark::FileTableFolder</name>
    <message>
        <source>Removed %1 unfinished files of a run that was interrupted.</source>
        <translation>%1 unfertige Dateien eines unterbrochenen Laufs entfernt.</translation>
    </message>
    <message>
        <source>The manifest in %1 is missing, so the files of earlier runs are not known.</source>
        <translation>Das Manifest in %1 fehlt, darum sind die Dateien früherer Läufe nicht bekannt.</translation>
    </message>
    <message>
        <source>The watermark in %1 was changed by hand or by another program since the files were published, so it does not fit them.</source>
        <translation>Die Watermark in %1 wurde von Hand oder von einem anderen Programm geändert, seit die Dateien veröffentlicht wurden, und passt nicht zu ihnen.</translation>
    </message>
    <message>
        <source>The folder %1 already holds files that Tidemark has no record of. They are left alone and are not part of the table.</source>
        <translation>Der Ordner %1 enthält schon Dateien, von denen Tidemark nichts weiß. Sie bleiben unberührt und gehören nicht zur Tabelle.</translation>
    </message>
    <message>
        <source>The files of the older tool in %1 cannot be taken over: %2.</source>
        <translation>Die Dateien des älteren Werkzeugs in %1 können nicht übernommen werden: %2.</translation>
    </message>
    <message>
        <source>Took over %1 files of the older tool, up to version %2.</source>
        <translation>%1 Dateien des älteren Werkzeugs bis zur Version %2 übernommen.</translation>
    </message>
    <message>
        <source>The table&apos;s last publication is not finished, so the folder must be opened again before it is used.</source>
        <translation>Die letzte Veröffentlichung der Tabelle ist nicht zu Ende, darum muss der Ordner neu geöffnet werden, bevor er benutzt wird.</translation>
    </message>
    <message>
        <source>Only finished files of this folder can be published.</source>
        <translation>Nur fertige Dateien dieses Ordners können veröffentlicht werden.</translation>
    </message>
    <message>
        <source>Changes cannot be published without the files that they follow.</source>
        <translation>Änderungen können nicht ohne die Dateien veröffentlicht werden, auf die sie folgen.</translation>
    </message>
    <message>
        <source>Whether the run counts is not certain; the next run finds out and finishes it.</source>
        <translation>Ob der Lauf zählt, ist nicht sicher; der nächste Lauf stellt es fest und bringt ihn zu Ende.</translation>
    </message>
    <message>
        <source>What was read is safe and committed, but not all of it is in its place; the next run finishes that first.</source>
        <translation>Was gelesen wurde, ist sicher und festgeschrieben, aber nicht alles ist an seinem Platz; der nächste Lauf bringt das zuerst zu Ende.</translation>
    </message>
</context>
<context>
    <name>tidemark::FolderLock</name>
    <message>
        <source>The lock file %1 cannot be made: this user may not write there.</source>
        <translation>Die Sperrdatei %1 kann nicht angelegt werden: Dieser Benutzer darf dort nicht schreiben.</translation>
    </message>
    <message>
        <source>Give this user the right to write, or choose another watermark folder.</source>
        <translation>Geben Sie ihm das Schreibrecht, oder wählen Sie einen anderen Ordner für die Watermarks.</translation>
    </message>
    <message>
        <source>The lock file %1 cannot be made.</source>
        <translation>Die Sperrdatei %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Check the disk and the folder, then run again.</source>
        <translation>Prüfen Sie Datenträger und Ordner, und lassen Sie es dann noch einmal laufen.</translation>
    </message>
    <message>
        <source>The table is locked by another run.</source>
        <translation>Die Tabelle ist von einem anderen Lauf gesperrt.</translation>
    </message>
    <message>
        <source>If none is running, remove %1.</source>
        <translation>Wenn keiner läuft, entfernen Sie %1.</translation>
    </message>
    <message>
        <source>The table is locked by %1 on %2 (%3).</source>
        <translation>Die Tabelle ist von %1 auf %2 gesperrt (%3).</translation>
    </message>
    <message>
        <source>Wait until that run ends; if it does not run any more, remove %1.</source>
        <translation>Warten Sie, bis jener Lauf endet; wenn er nicht mehr läuft, entfernen Sie %1.</translation>
    </message>
</context>
<context>
    <name>tidemark::Freshener</name>
    <message>
        <source>No server was asked: this is what the watermarks say.</source>
        <translation>Es wurde kein Server gefragt: dies sagen die Watermarks.</translation>
    </message>
    <message>
        <source>The server was not asked about %1: %2</source>
        <translation>Der Server wurde nicht nach %1 gefragt: %2</translation>
    </message>
</context>
<context>
    <name>tidemark::Freshness</name>
    <message>
        <source>Not in this job.</source>
        <translation>Nicht in diesem Auftrag.</translation>
    </message>
    <message>
        <source>Loaded whole each time, so nothing can expire.</source>
        <translation>Wird jedes Mal ganz geladen, darum kann nichts ablaufen.</translation>
    </message>
    <message>
        <source>The next sync loads the table whole: %1.</source>
        <translation>Der nächste Abgleich lädt die Tabelle ganz: %1.</translation>
    </message>
    <message>
        <source>The next sync fails: %1. Run the table once with mode full.</source>
        <translation>Der nächste Abgleich schlägt fehl: %1. Lassen Sie die Tabelle einmal mit dem Modus full laufen.</translation>
    </message>
    <message>
        <source>AUTO_CLEANUP is off for the database, so nothing expires by itself.</source>
        <translation>AUTO_CLEANUP ist für die Datenbank aus, darum läuft nichts von selbst ab.</translation>
    </message>
    <message>
        <source>This login may not see how long the database keeps changes.</source>
        <translation>Diese Anmeldung darf nicht sehen, wie lange die Datenbank Änderungen aufbewahrt.</translation>
    </message>
    <message>
        <source>How long the database keeps changes is not known; the next sync notes it.</source>
        <translation>Wie lange die Datenbank Änderungen aufbewahrt, ist nicht bekannt; der nächste Abgleich vermerkt es.</translation>
    </message>
    <message>
        <source>The watermark does not say when it was written.</source>
        <translation>Die Watermark sagt nicht, wann sie geschrieben wurde.</translation>
    </message>
    <message>
        <source>Sync it before its changes are cleaned up.</source>
        <translation>Gleichen Sie sie ab, bevor ihre Änderungen bereinigt werden.</translation>
    </message>
    <message>
        <source>Its time is over, but its changes are still there. Sync it now.</source>
        <translation>Ihre Zeit ist um, aber ihre Änderungen sind noch da. Gleichen Sie sie jetzt ab.</translation>
    </message>
    <message>
        <source>Its time is over. Whether its changes are still there, only the server knows.</source>
        <translation>Ihre Zeit ist um. Ob ihre Änderungen noch da sind, weiß nur der Server.</translation>
    </message>
    <message>
        <source>Its watermark is gone, so the next sync fails. Run the table once with mode full.</source>
        <translation>Ihre Watermark ist weg, darum schlägt der nächste Abgleich fehl. Lassen Sie die Tabelle einmal mit dem Modus full laufen.</translation>
    </message>
    <message>
        <source>Its watermark is gone, so the next sync loads the table whole.</source>
        <translation>Ihre Watermark ist weg, darum lädt der nächste Abgleich die Tabelle ganz.</translation>
    </message>
</context>
<context>
    <name>tidemark::FreshnessController</name>
    <message>
        <source>Say on the page Job where the watermarks are kept.</source>
        <translation>Sagen Sie auf der Seite „Auftrag“, wo die Watermarks liegen.</translation>
    </message>
</context>
<context>
    <name>tidemark::FreshnessModel</name>
    <message>
        <source>How long the server keeps the table&apos;s changes at least; after that it is loaded whole</source>
        <translation>Wie lange der Server die Änderungen der Tabelle mindestens aufbewahrt; danach wird sie ganz geladen</translation>
    </message>
    <message>
        <source>How many versions the database is further than the table&apos;s watermark</source>
        <translation>Um wie viele Versionen die Datenbank weiter ist als die Watermark der Tabelle</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>Letzter Abgleich</translation>
    </message>
    <message>
        <source>What to know</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>tidemark::FreshnessPage</name>
    <message>
        <source>Asking the server.</source>
        <translation>Der Server wird gefragt.</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand: %1.</translation>
    </message>
</context>
<context>
    <name>tidemark::FreshnessState</name>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>expires soon</source>
        <translation>läuft bald ab</translation>
    </message>
    <message>
        <source>would fail</source>
        <translation>schlägt fehl</translation>
    </message>
    <message>
        <source>never synced</source>
        <translation>nie abgeglichen</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>im Rückstand</translation>
    </message>
    <message>
        <source>synced</source>
        <translation>abgeglichen</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>Last synced %1 (%2).</source>
        <translation>Zuletzt abgeglichen: %1 (%2).</translation>
    </message>
    <message>
        <source>Its watermark, the version up to which it was read, is %1; the database is %2 versions further.</source>
        <translation>Ihre Watermark, die Version, bis zu der sie gelesen wurde, ist %1; die Datenbank ist um %2 Versionen weiter.</translation>
    </message>
    <message>
        <source>Its watermark, the version up to which it was read, is %1.</source>
        <translation>Ihre Watermark, die Version, bis zu der sie gelesen wurde, ist %1.</translation>
    </message>
    <message>
        <source>The server keeps its changes until %1 (%2) at least.</source>
        <translation>Der Server bewahrt ihre Änderungen mindestens bis %1 (%2) auf.</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>no watermark</source>
        <translation>keine Watermark</translation>
    </message>
    <message>
        <source>Failed %1 ago: %2</source>
        <translation>Vor %1 fehlgeschlagen: %2</translation>
    </message>
    <message>
        <source>The last sync failed %1 (%2): %3</source>
        <translation>Der letzte Abgleich, %1 (%2), schlug fehl: %3</translation>
    </message>
</context>
<context>
    <name>tidemark::HistoryController</name>
    <message>
        <source>The folder %1 cannot be shown.</source>
        <translation>Der Ordner %1 kann nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>Reset the watermark</source>
        <translation>Watermark entfernen</translation>
    </message>
    <message>
        <source>Set the watermark back</source>
        <translation>Watermark zurückstellen</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Set back</source>
        <translation>&amp;Zurückstellen</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;Belassen</translation>
    </message>
</context>
<context>
    <name>tidemark::HistoryFile</name>
    <message>
        <source>The file %1 cannot be read: %2. Check its rights and the disk.</source>
        <translation>Die Datei %1 kann nicht gelesen werden: %2. Prüfen Sie ihre Rechte und den Datenträger.</translation>
    </message>
    <message>
        <source>it must hold one JSON object</source>
        <translation>sie muss ein JSON-Objekt enthalten</translation>
    </message>
</context>
<context>
    <name>tidemark::HistoryModel</name>
    <message>
        <source>Changes since version %1.</source>
        <translation>Änderungen seit Version %1.</translation>
    </message>
    <message>
        <source>Changes.</source>
        <translation>Änderungen.</translation>
    </message>
    <message>
        <source>The whole table.</source>
        <translation>Die ganze Tabelle.</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Not known any more: a later load replaced files of this run.</source>
        <translation>Nicht mehr bekannt: ein späteres Laden hat Dateien dieses Laufs ersetzt.</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
</context>
<context>
    <name>tidemark::HistoryPage</name>
    <message>
        <source>Select a run above to see its files.</source>
        <translation>Wählen Sie oben einen Lauf, um seine Dateien zu sehen.</translation>
    </message>
    <message>
        <source>Say on the page Job where watermarks go; the history lies beside them.</source>
        <translation>Sagen Sie auf der Seite „Auftrag“, wohin die Watermarks sollen; der Verlauf liegt bei ihnen.</translation>
    </message>
    <message>
        <source>No sync has published anything below %1 yet. Here each table that a sync writes gets a line: rows, size, duration, and why it was loaded again. Runs that fail or find nothing new publish nothing, so they are not listed here; the page Run shows them until the next run.</source>
        <translation>Unter %1 hat noch kein Abgleich etwas veröffentlicht. Hier bekommt jede Tabelle, die ein Abgleich schreibt, eine Zeile: Zeilen, Größe, Dauer, und warum sie neu geladen wurde. Läufe, die fehlschlagen oder nichts Neues finden, veröffentlichen nichts und stehen darum nicht hier; die Seite „Lauf“ zeigt sie bis zum nächsten Lauf.</translation>
    </message>
    <message>
        <source>Stop verifying</source>
        <translation>Prüfung beenden</translation>
    </message>
    <message>
        <source>Verify files</source>
        <translation>Dateien prüfen</translation>
    </message>
    <message>
        <source>The files of this run are not part of the table any more.</source>
        <translation>Die Dateien dieses Laufs gehören nicht mehr zur Tabelle.</translation>
    </message>
    <message>
        <source>Rows and duration of the runs in the list</source>
        <translation>Zeilen und Dauer der Läufe in der Liste</translation>
    </message>
    <message>
        <source>Rows and duration of %1</source>
        <translation>Zeilen und Dauer von %1</translation>
    </message>
    <message>
        <source>Reading the files, %1 %</source>
        <translation>Dateien werden gelesen, %1 %</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n file(s) good.</source>
        <translation>
            <numerusform>%1 von %n Datei gut.</numerusform>
            <numerusform>%1 von %n Dateien gut.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::HistoryPlot</name>
    <message>
        <source>Rows (left)</source>
        <translation>Zeilen (links)</translation>
    </message>
    <message>
        <source>Seconds (right)</source>
        <translation>Sekunden (rechts)</translation>
    </message>
    <message>
        <source>Rows and duration over time</source>
        <translation>Zeilen und Dauer über die Zeit</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s).</source>
        <translation>
            <numerusform>%n Punkt.</numerusform>
            <numerusform>%n Punkte.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::HistoryReader</name>
    <message>
        <source>Reading the history was cancelled.</source>
        <translation>Das Lesen des Verlaufs wurde abgebrochen.</translation>
    </message>
    <message numerus="yes">
        <source>%n lines of %1 cannot be read and are left out.</source>
        <translation>
            <numerusform>%n Zeile von %1 kann nicht gelesen werden und fehlt hier.</numerusform>
            <numerusform>%n Zeilen von %1 können nicht gelesen werden und fehlen hier.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::JobCheck</name>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>A login sees only the tables on which it has a right.</source>
        <translation>Eine Anmeldung sieht nur die Tabellen, an denen sie ein Recht hat.</translation>
    </message>
    <message>
        <source>Only if the table is to be synced by its changes.</source>
        <translation>Nur wenn die Tabelle durch ihre Änderungen abgeglichen werden soll.</translation>
    </message>
    <message>
        <source>Every sync begins with this.</source>
        <translation>Jeder Abgleich beginnt damit.</translation>
    </message>
    <message>
        <source>Only what a filter of the command line names is looked at.</source>
        <translation>Nur was ein Filter der Befehlszeile nennt, wird angesehen.</translation>
    </message>
</context>
<context>
    <name>tidemark::JobExecution</name>
    <message>
        <source>Encryption of the connection was not required.</source>
        <translation>Die Verschlüsselung der Verbindung wurde nicht verlangt.</translation>
    </message>
    <message>
        <source>The connection is encrypted, but the server&apos;s certificate was not verified.</source>
        <translation>Die Verbindung ist verschlüsselt, aber das Zertifikat des Servers wurde nicht geprüft.</translation>
    </message>
</context>
<context>
    <name>tidemark::JobExpansion</name>
    <message>
        <source>Change tracking is off for this table, so a pattern takes it only with the mode full.</source>
        <translation>Die Änderungsnachverfolgung ist für diese Tabelle aus, darum nimmt ein Muster sie nur mit dem Modus full.</translation>
    </message>
    <message>
        <source>The table has no primary key, so it cannot be tracked, and a pattern takes it only with the mode full.</source>
        <translation>Die Tabelle hat keinen Primärschlüssel und kann nicht verfolgt werden, darum nimmt ein Muster sie nur mit dem Modus full.</translation>
    </message>
    <message>
        <source>No table matches this pattern, or this login may see none of them. Check the pattern with tidemark list.</source>
        <translation>Keine Tabelle passt auf dieses Muster, oder diese Anmeldung darf keine davon sehen. Prüfen Sie das Muster mit tidemark list.</translation>
    </message>
    <message>
        <source>No table of the job fits &quot;%1&quot;.</source>
        <translation>Keine Tabelle des Auftrags passt auf „%1“.</translation>
    </message>
</context>
<context>
    <name>tidemark::JobInstance</name>
    <message>
        <source>Another window of Tidemark has this job open and comes forward.</source>
        <translation>Ein anderes Fenster von Tidemark hat diesen Auftrag offen und kommt nach vorn.</translation>
    </message>
    <message>
        <source>Another window of Tidemark has this job open.</source>
        <translation>Ein anderes Fenster von Tidemark hat diesen Auftrag offen.</translation>
    </message>
</context>
<context>
    <name>tidemark::JobPage</name>
    <message>
        <source>made-up rows</source>
        <translation>erfundene Zeilen</translation>
    </message>
    <message>
        <source>The first rows are on their way.</source>
        <translation>Die ersten Zeilen sind unterwegs.</translation>
    </message>
    <message>
        <source>Guarded formulas are changed values: they do not read back as they were.</source>
        <translation>Entschärfte Formeln sind geänderte Werte: sie lassen sich nicht so zurücklesen, wie sie waren.</translation>
    </message>
</context>
<context>
    <name>tidemark::JobPageController</name>
    <message>
        <source>Say where the files go.</source>
        <translation>Sagen Sie, wohin die Dateien sollen.</translation>
    </message>
    <message>
        <source>%1 free there</source>
        <translation>%1 dort frei</translation>
    </message>
    <message>
        <source>The free space there is not known.</source>
        <translation>Der freie Platz dort ist nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>tidemark::JobReader</name>
    <message>
        <source>%1 says the same setting and goes before it.</source>
        <translation>%1 nennt dieselbe Einstellung und geht vor.</translation>
    </message>
    <message>
        <source>the password stands in the file as plain text, for everybody who can read the file. Write ${NAME}, or take it away and use the environment or the keychain.</source>
        <translation>das Passwort steht im Klartext in der Datei, für jeden, der sie lesen kann. Schreiben Sie ${NAME}, oder nehmen Sie es heraus und benutzen Sie die Umgebung oder den Schlüsselbund.</translation>
    </message>
    <message>
        <source>A job file is a map with keys such as &quot;connection&quot; and &quot;tables&quot;; this one is something else.</source>
        <translation>Eine Auftragsdatei ist eine Zuordnung mit Schlüsseln wie „connection“ und „tables“; diese ist etwas anderes.</translation>
    </message>
</context>
<context>
    <name>tidemark::JobWriter</name>
    <message>
        <source>The password cannot move from the job file to the keychain, because the job names no server or no user. Name both in it, or take the password away and use ${NAME} or the environment.</source>
        <translation>Das Passwort kann nicht aus der Auftragsdatei in den Schlüsselbund, weil der Auftrag keinen Server oder keinen Benutzer nennt. Nennen Sie beide, oder nehmen Sie das Passwort heraus und benutzen Sie ${NAME} oder die Umgebung.</translation>
    </message>
    <message>
        <source>The password of %1 is in the keychain now; the job file does not hold it.</source>
        <translation>Das Passwort von %1 ist jetzt im Schlüsselbund; die Auftragsdatei enthält es nicht.</translation>
    </message>
    <message>
        <source>There is no keychain: the password of %1 is kept until the program ends, and the job file does not hold it.</source>
        <translation>Es gibt keinen Schlüsselbund: das Passwort von %1 wird bis zum Ende des Programms behalten, und die Auftragsdatei enthält es nicht.</translation>
    </message>
</context>
<context>
    <name>tidemark::JsonFile</name>
    <message>
        <source>The file %1 is broken in line %2</source>
        <translation>Die Datei %1 ist in Zeile %2 beschädigt</translation>
    </message>
    <message>
        <source>The file %1 is broken</source>
        <translation>Die Datei %1 ist beschädigt</translation>
    </message>
    <message>
        <source>%1: %2. Restore the file from a backup, or move it away: then the table is loaded anew.</source>
        <translation>%1: %2. Stellen Sie die Datei aus einer Sicherung wieder her, oder verschieben Sie sie: dann wird die Tabelle neu geladen.</translation>
    </message>
    <message>
        <source>it must hold one JSON object</source>
        <translation>sie muss ein JSON-Objekt enthalten</translation>
    </message>
</context>
<context>
    <name>tidemark::JsonReader</name>
    <message>
        <source>the document ends here, but more text follows</source>
        <translation>das Dokument endet hier, aber es folgt weiterer Text</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3.</source>
        <translation>Zeile %1, Spalte %2: %3.</translation>
    </message>
    <message>
        <source>the lists and maps are nested too deeply</source>
        <translation>Listen und Zuordnungen sind zu tief verschachtelt</translation>
    </message>
    <message>
        <source>the file ends where a value is expected</source>
        <translation>die Datei endet, wo ein Wert erwartet wird</translation>
    </message>
    <message>
        <source>the comma before } is one too many</source>
        <translation>das Komma vor } ist eines zu viel</translation>
    </message>
    <message>
        <source>a key in double quotes is expected</source>
        <translation>ein Schlüssel in doppelten Anführungszeichen wird erwartet</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; stands twice in one map, first on line %2</source>
        <translation>der Schlüssel „%1“ steht zweimal in einer Zuordnung, zuerst in Zeile %2</translation>
    </message>
    <message>
        <source>a colon is expected after a key</source>
        <translation>nach einem Schlüssel wird ein Doppelpunkt erwartet</translation>
    </message>
    <message>
        <source>the comma before ] is one too many</source>
        <translation>das Komma vor ] ist eines zu viel</translation>
    </message>
    <message>
        <source>the file ends where a comma or %1 is expected</source>
        <translation>die Datei endet, wo ein Komma oder %1 erwartet wird</translation>
    </message>
    <message>
        <source>a comma or %1 is expected</source>
        <translation>ein Komma oder %1 wird erwartet</translation>
    </message>
    <message>
        <source>the text is not closed on its line</source>
        <translation>der Text wird in seiner Zeile nicht geschlossen</translation>
    </message>
    <message>
        <source>the file ends inside a text</source>
        <translation>die Datei endet in einem Text</translation>
    </message>
    <message>
        <source>\u needs four hexadecimal digits</source>
        <translation>\u braucht vier hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>this is not an escape; a backslash in a text is written \\</source>
        <translation>dies ist keine Maskierung; ein Backslash in einem Text wird \\ geschrieben</translation>
    </message>
    <message>
        <source>this is not a number; a text needs double quotes</source>
        <translation>dies ist keine Zahl; ein Text braucht doppelte Anführungszeichen</translation>
    </message>
    <message>
        <source>a value is expected; a text needs double quotes</source>
        <translation>ein Wert wird erwartet; ein Text braucht doppelte Anführungszeichen</translation>
    </message>
</context>
<context>
    <name>tidemark::KeychainSecretStore</name>
    <message>
        <source>The keychain did not answer in time. Unlock it and try again, or give the password another way.</source>
        <translation>Der Schlüsselbund antwortete nicht rechtzeitig. Entsperren Sie ihn und versuchen Sie es noch einmal, oder geben Sie das Passwort auf anderem Weg an.</translation>
    </message>
    <message>
        <source>The keychain refused access. Allow it for Tidemark, or give the password another way.</source>
        <translation>Der Schlüsselbund verweigerte den Zugriff. Erlauben Sie ihn für Tidemark, oder geben Sie das Passwort auf anderem Weg an.</translation>
    </message>
    <message>
        <source>The keychain cannot be used (%1). Give the password another way, e.g. in the environment.</source>
        <translation>Der Schlüsselbund kann nicht benutzt werden (%1). Geben Sie das Passwort auf anderem Weg an, z. B. in der Umgebung.</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>kein Grund genannt</translation>
    </message>
</context>
<context>
    <name>tidemark::LookMenu</name>
    <message>
        <source>&amp;Theme</source>
        <translation>Far&amp;ben</translation>
    </message>
    <message>
        <source>As the &amp;system has it</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
</context>
<context>
    <name>tidemark::MainWindow</name>
    <message>
        <source>Open a job</source>
        <translation>Auftrag öffnen</translation>
    </message>
    <message>
        <source>Job files (*.json *.yaml *.yml);;All files (*)</source>
        <translation>Auftragsdateien (*.json *.yaml *.yml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading %1.</source>
        <translation>%1 wird gelesen.</translation>
    </message>
    <message>
        <source>The job cannot be opened</source>
        <translation>Der Auftrag kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Opened the job %1.</source>
        <translation>Auftrag %1 geöffnet.</translation>
    </message>
    <message>
        <source>Tidemark</source>
        <translation>Tidemark</translation>
    </message>
    <message>
        <source>No job yet</source>
        <translation>Noch kein Auftrag</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Ordner für die Dateien</translation>
    </message>
    <message>
        <source>Folder for the watermarks</source>
        <translation>Ordner für die Watermarks</translation>
    </message>
    <message>
        <source>Connect to a server first.</source>
        <translation>Verbinden Sie sich zuerst mit einem Server.</translation>
    </message>
    <message>
        <source>The tables are being listed.</source>
        <translation>Die Tabellen werden aufgelistet.</translation>
    </message>
    <message>
        <source>Tick a table first.</source>
        <translation>Haken Sie zuerst eine Tabelle an.</translation>
    </message>
    <message>
        <source>Say where files and watermarks go.</source>
        <translation>Sagen Sie, wohin Dateien und Watermarks sollen.</translation>
    </message>
    <message>
        <source>Running, %1</source>
        <translation>Läuft, %1</translation>
    </message>
    <message>
        <source>Last run: %1</source>
        <translation>Letzter Lauf: %1</translation>
    </message>
    <message>
        <source>A sync is running</source>
        <translation>Ein Abgleich läuft</translation>
    </message>
    <message>
        <source>Closing stops it. Tables that are done keep their files; what is half done is not published.</source>
        <translation>Beim Schließen wird er angehalten. Fertige Tabellen behalten ihre Dateien; Halbfertiges wird nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Anhalten und schließen</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>About Tidemark</source>
        <translation>Über Tidemark</translation>
    </message>
    <message>
        <source>Tidemark %1

Copies change-tracked tables of Azure SQL and SQL Server to CSV files: whole the first time, afterwards only what changed.

Free software under the GNU General Public License, version 3 or later. Made with Qt %2.</source>
        <translation>Tidemark %1

Kopiert Tabellen mit Änderungsnachverfolgung aus Azure SQL und SQL Server in CSV-Dateien: beim ersten Mal ganz, danach nur die Änderungen.

Freie Software unter der GNU General Public License, Version 3 oder neuer. Gemacht mit Qt %2.</translation>
    </message>
    <message>
        <source>The job is not saved</source>
        <translation>Der Auftrag ist nicht gespeichert</translation>
    </message>
    <message>
        <source>Changes to %1 are not saved yet.</source>
        <translation>Änderungen an %1 sind noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Throw them away</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation>&amp;Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Save the job</source>
        <translation>Auftrag speichern</translation>
    </message>
    <message>
        <source>The job cannot be saved</source>
        <translation>Der Auftrag kann nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>%1[*] – Tidemark</source>
        <translation>%1[*] – Tidemark</translation>
    </message>
    <message>
        <source>The folder cannot be shown; it is made by the first run.</source>
        <translation>Der Ordner kann nicht gezeigt werden; der erste Lauf legt ihn an.</translation>
    </message>
    <message>
        <source>Save the job first: the command runs the saved file.</source>
        <translation>Speichern Sie den Auftrag zuerst: der Befehl führt die gespeicherte Datei aus.</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Press Shift+F1 and click on the thing that you want explained.</source>
        <translation>Drücken Sie Umschalt+F1 und klicken Sie auf das, was erklärt werden soll.</translation>
    </message>
</context>
<context>
    <name>tidemark::Manifest</name>
    <message>
        <source>The file %1 has the format %2, and this Tidemark knows format %3 only. Use the newer Tidemark that wrote it, or choose another output folder.</source>
        <translation>Die Datei %1 hat das Format %2, und dieses Tidemark kennt nur das Format %3. Benutzen Sie das neuere Tidemark, das sie geschrieben hat, oder wählen Sie einen anderen Ausgabeordner.</translation>
    </message>
    <message>
        <source>its file number %1 has no proper path or mode</source>
        <translation>ihre Datei Nummer %1 hat keinen richtigen Pfad oder Modus</translation>
    </message>
</context>
<context>
    <name>tidemark::MapReader</name>
    <message>
        <source>a map</source>
        <translation>eine Zuordnung</translation>
    </message>
    <message>
        <source>this version of Tidemark does not support it; it has no effect.</source>
        <translation>diese Version von Tidemark unterstützt das nicht; es hat keine Wirkung.</translation>
    </message>
    <message>
        <source>unknown key; it has no effect.</source>
        <translation>unbekannter Schlüssel; er hat keine Wirkung.</translation>
    </message>
    <message>
        <source>unknown key; it has no effect. Did you mean %1?</source>
        <translation>unbekannter Schlüssel; er hat keine Wirkung. Meinten Sie %1?</translation>
    </message>
</context>
<context>
    <name>tidemark::NamePattern</name>
    <message>
        <source>A filter is written table, schema.table or database.schema.table, with * and ?.</source>
        <translation>Ein Filter wird tabelle, schema.tabelle oder datenbank.schema.tabelle geschrieben, mit * und ?.</translation>
    </message>
</context>
<context>
    <name>tidemark::NumberText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 Mio</translation>
    </message>
</context>
<context>
    <name>tidemark::OdbcConnection</name>
    <message>
        <source>The run was cancelled.</source>
        <translation>Der Lauf wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The server sent nothing for more than %1 seconds (the query timeout) and the connection was given up.</source>
        <translation>Der Server sandte mehr als %1 Sekunden lang nichts (die Abfragefrist), und die Verbindung wurde aufgegeben.</translation>
    </message>
</context>
<context>
    <name>tidemark::OdbcDrivers</name>
    <message>
        <source>Install Microsoft&apos;s &quot;ODBC Driver 18 for SQL Server&quot; from Microsoft&apos;s packages, or FreeTDS, which the package tdsodbc brings on Debian and Ubuntu.</source>
        <translation>Installieren Sie Microsofts „ODBC Driver 18 for SQL Server“ aus Microsofts Paketen oder FreeTDS, das auf Debian und Ubuntu im Paket tdsodbc ist.</translation>
    </message>
    <message>
        <source>Qt&apos;s ODBC plugin is not installed. On Debian and Ubuntu the package libqt6sql6-odbc brings it.</source>
        <translation>Das ODBC-Plugin von Qt ist nicht installiert. Auf Debian und Ubuntu ist es im Paket libqt6sql6-odbc.</translation>
    </message>
    <message>
        <source>The driver %1 is not there. Name a driver of odbcinst.ini or the path of its library.</source>
        <translation>Der Treiber %1 ist nicht da. Nennen Sie einen Treiber aus odbcinst.ini oder den Pfad seiner Bibliothek.</translation>
    </message>
    <message>
        <source>%1 is neither Microsoft&apos;s ODBC driver (libmsodbcsql) nor FreeTDS (libtdsodbc).</source>
        <translation>%1 ist weder Microsofts ODBC-Treiber (libmsodbcsql) noch FreeTDS (libtdsodbc).</translation>
    </message>
    <message>
        <source>No ODBC driver for SQL Server is installed.</source>
        <translation>Es ist kein ODBC-Treiber für SQL Server installiert.</translation>
    </message>
    <message>
        <source>The ODBC driver %1 is not installed, or is not one for SQL Server. Installed: %2.</source>
        <translation>Der ODBC-Treiber %1 ist nicht installiert oder keiner für SQL Server. Installiert: %2.</translation>
    </message>
</context>
<context>
    <name>tidemark::OdbcSession</name>
    <message>
        <source>The run was cancelled.</source>
        <translation>Der Lauf wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>tidemark::OdbcStatement</name>
    <message>
        <source>The driver stops inside a value.</source>
        <translation>Der Treiber hört mitten in einem Wert auf.</translation>
    </message>
    <message>
        <source>The driver handed on a row that it could not read.</source>
        <translation>Der Treiber gab eine Zeile weiter, die er nicht lesen konnte.</translation>
    </message>
    <message>
        <source>The driver does not say how much of a value it gave.</source>
        <translation>Der Treiber sagt nicht, wie viel von einem Wert er gab.</translation>
    </message>
    <message>
        <source>The server sent more results than were asked for.</source>
        <translation>Der Server sandte mehr Ergebnisse, als gefragt waren.</translation>
    </message>
    <message>
        <source>The connection to the server broke off before the last row was certain.</source>
        <translation>Die Verbindung zum Server brach ab, bevor die letzte Zeile sicher war.</translation>
    </message>
</context>
<context>
    <name>tidemark::PartFile</name>
    <message>
        <source>The disk of %1 is full: only %2 MB are free, and Tidemark leaves %3 MB alone. Free some space or choose another folder, then run again.</source>
        <translation>Der Datenträger von %1 ist voll: nur %2 MB sind frei, und Tidemark lässt %3 MB unberührt. Schaffen Sie Platz oder wählen Sie einen anderen Ordner, und lassen Sie es dann noch einmal laufen.</translation>
    </message>
</context>
<context>
    <name>tidemark::PartReader</name>
    <message>
        <source>it cannot be opened (%1)</source>
        <translation>sie kann nicht geöffnet werden (%1)</translation>
    </message>
    <message>
        <source>it cannot be read (%1)</source>
        <translation>sie kann nicht gelesen werden (%1)</translation>
    </message>
    <message>
        <source>reading it was cancelled</source>
        <translation>das Lesen wurde abgebrochen</translation>
    </message>
    <message>
        <source>its compressed content has no end</source>
        <translation>ihr komprimierter Inhalt hat kein Ende</translation>
    </message>
</context>
<context>
    <name>tidemark::PartSink</name>
    <message>
        <source>Rows came after the files were finished.</source>
        <translation>Es kamen Zeilen, nachdem die Dateien fertig waren.</translation>
    </message>
</context>
<context>
    <name>tidemark::Passwords</name>
    <message>
        <source>The password cannot be read from file descriptor %1 (%2). Open it for reading, as in --password-fd 3 3&lt;file.</source>
        <translation>Das Passwort kann nicht vom Dateideskriptor %1 gelesen werden (%2). Öffnen Sie ihn zum Lesen, wie in --password-fd 3 3&lt;datei.</translation>
    </message>
    <message>
        <source>Reading the password from file descriptor %1 failed (%2).</source>
        <translation>Das Lesen des Passworts vom Dateideskriptor %1 schlug fehl (%2).</translation>
    </message>
    <message>
        <source>File descriptor %1 gave no password.</source>
        <translation>Der Dateideskriptor %1 gab kein Passwort.</translation>
    </message>
    <message>
        <source>What file descriptor %1 gave is not a password.</source>
        <translation>Was der Dateideskriptor %1 gab, ist kein Passwort.</translation>
    </message>
</context>
<context>
    <name>tidemark::Planner</name>
    <message>
        <source>A filter works with mode full only, because it would drop deleted rows from the changes. Use mode full for this table or take the filter away.</source>
        <translation>Ein Filter geht nur mit dem Modus full, weil er gelöschte Zeilen aus den Änderungen nähme. Benutzen Sie für diese Tabelle den Modus full, oder nehmen Sie den Filter weg.</translation>
    </message>
    <message>
        <source>This login may not read the table. Have an administrator run: GRANT SELECT ON %1 TO the user of this login;</source>
        <translation>Diese Anmeldung darf die Tabelle nicht lesen. Lassen Sie einen Administrator ausführen: GRANT SELECT ON %1 TO den Benutzer dieser Anmeldung;</translation>
    </message>
    <message>
        <source>The table has no columns that this login may see. Check its name and the rights on it.</source>
        <translation>Die Tabelle hat keine Spalten, die diese Anmeldung sehen darf. Prüfen Sie ihren Namen und die Rechte daran.</translation>
    </message>
    <message>
        <source>The table has no column %1. Its columns are: %2.</source>
        <translation>Die Tabelle hat keine Spalte %1. Ihre Spalten sind: %2.</translation>
    </message>
    <message>
        <source>The column name %1 fits several columns: %2. Write it as the table does.</source>
        <translation>Der Spaltenname %1 passt auf mehrere Spalten: %2. Schreiben Sie ihn wie die Tabelle.</translation>
    </message>
    <message>
        <source>The primary key is written too, since changes mean nothing without it: %1.</source>
        <translation>Der Primärschlüssel wird mitgeschrieben, weil Änderungen ohne ihn nichts bedeuten: %1.</translation>
    </message>
    <message>
        <source>No watermark is kept, since the files hold only the rows of the filter.</source>
        <translation>Es wird keine Watermark geführt, weil die Dateien nur die Zeilen des Filters enthalten.</translation>
    </message>
    <message>
        <source>No watermark is kept, since change tracking is off for the database.</source>
        <translation>Es wird keine Watermark geführt, weil die Änderungsnachverfolgung für die Datenbank aus ist.</translation>
    </message>
    <message>
        <source>No watermark is kept, since the table has no primary key.</source>
        <translation>Es wird keine Watermark geführt, weil die Tabelle keinen Primärschlüssel hat.</translation>
    </message>
    <message>
        <source>No watermark is kept, since change tracking is off for the table.</source>
        <translation>Es wird keine Watermark geführt, weil die Änderungsnachverfolgung für die Tabelle aus ist.</translation>
    </message>
    <message>
        <source>No watermark is kept, since this login may not see the table&apos;s changes.</source>
        <translation>Es wird keine Watermark geführt, weil diese Anmeldung die Änderungen der Tabelle nicht sehen darf.</translation>
    </message>
    <message>
        <source>First load.</source>
        <translation>Erstes Laden.</translation>
    </message>
    <message>
        <source>Loaded again: %1.</source>
        <translation>Neu geladen: %1.</translation>
    </message>
    <message>
        <source>Loaded again: the columns changed (%1).</source>
        <translation>Neu geladen: die Spalten haben sich geändert (%1).</translation>
    </message>
    <message>
        <source>The columns changed (%1). The files have them from now on; rows that did not change since then are not brought up to date.</source>
        <translation>Die Spalten haben sich geändert (%1). Die Dateien haben sie ab jetzt; Zeilen, die sich seither nicht geändert haben, werden nicht nachgeführt.</translation>
    </message>
    <message>
        <source>there is a watermark, but the list of the files that belong to it is missing</source>
        <translation>es gibt eine Watermark, aber die Liste der Dateien, die zu ihr gehören, fehlt</translation>
    </message>
    <message>
        <source>the database&apos;s version %1 is older than the watermark %2, so it was restored or failed over with loss</source>
        <translation>die Version %1 der Datenbank ist älter als die Watermark %2, sie wurde also wiederhergestellt oder mit Verlust umgeschaltet</translation>
    </message>
    <message>
        <source>the watermark %1 is older than the oldest version that the table still knows, %2</source>
        <translation>die Watermark %1 ist älter als die älteste Version, die die Tabelle noch kennt, %2</translation>
    </message>
    <message>
        <source>the database was restored or replaced by another one since the last sync</source>
        <translation>die Datenbank wurde seit dem letzten Abgleich wiederhergestellt oder durch eine andere ersetzt</translation>
    </message>
    <message>
        <source>the table was dropped and created again</source>
        <translation>die Tabelle wurde gelöscht und neu angelegt</translation>
    </message>
    <message>
        <source>the table was truncated, or its change tracking was switched off and on</source>
        <translation>die Tabelle wurde geleert (TRUNCATE), oder ihre Änderungsnachverfolgung wurde aus- und eingeschaltet</translation>
    </message>
    <message>
        <source>the primary key changed from (%1) to (%2)</source>
        <translation>der Primärschlüssel änderte sich von (%1) zu (%2)</translation>
    </message>
    <message>
        <source>the table&apos;s history begins at the current version %1, as after TRUNCATE TABLE, and the watermark does not say since when it was tracked</source>
        <translation>die Geschichte der Tabelle beginnt bei der jetzigen Version %1, wie nach TRUNCATE TABLE, und die Watermark sagt nicht, seit wann sie verfolgt wurde</translation>
    </message>
    <message>
        <source>they differ from those of the last sync</source>
        <translation>sie unterscheiden sich von denen des letzten Abgleichs</translation>
    </message>
    <message>
        <source>Change tracking is off for the database %1.</source>
        <translation>Die Änderungsnachverfolgung ist für die Datenbank %1 aus.</translation>
    </message>
    <message>
        <source>Have an administrator run: ALTER DATABASE %1 SET CHANGE_TRACKING = ON (CHANGE_RETENTION = 7 DAYS, AUTO_CLEANUP = ON); or use mode full.</source>
        <translation>Lassen Sie einen Administrator ausführen: ALTER DATABASE %1 SET CHANGE_TRACKING = ON (CHANGE_RETENTION = 7 DAYS, AUTO_CLEANUP = ON); oder benutzen Sie den Modus full.</translation>
    </message>
    <message>
        <source>The table has no primary key, so its changes cannot be tracked.</source>
        <translation>Die Tabelle hat keinen Primärschlüssel, darum können ihre Änderungen nicht verfolgt werden.</translation>
    </message>
    <message>
        <source>Use mode full, or give it a primary key and enable change tracking.</source>
        <translation>Benutzen Sie den Modus full, oder geben Sie ihr einen Primärschlüssel und schalten Sie die Änderungsnachverfolgung ein.</translation>
    </message>
    <message>
        <source>Change tracking is off for this table.</source>
        <translation>Die Änderungsnachverfolgung ist für diese Tabelle aus.</translation>
    </message>
    <message>
        <source>Have its owner run: ALTER TABLE %1 ENABLE CHANGE_TRACKING; or use mode full.</source>
        <translation>Lassen Sie ihren Besitzer ausführen: ALTER TABLE %1 ENABLE CHANGE_TRACKING; oder benutzen Sie den Modus full.</translation>
    </message>
    <message>
        <source>This login may not see the table&apos;s changes.</source>
        <translation>Diese Anmeldung darf die Änderungen der Tabelle nicht sehen.</translation>
    </message>
    <message>
        <source>Have an administrator run: GRANT VIEW CHANGE TRACKING ON %1 TO the user of this login;</source>
        <translation>Lassen Sie einen Administrator ausführen: GRANT VIEW CHANGE TRACKING ON %1 TO den Benutzer dieser Anmeldung;</translation>
    </message>
    <message>
        <source>Mode incremental needs a watermark, and this table has none.</source>
        <translation>Der Modus incremental braucht eine Watermark, und diese Tabelle hat keine.</translation>
    </message>
    <message>
        <source>Run it once with mode full or full_incremental.</source>
        <translation>Lassen Sie sie einmal mit dem Modus full oder full_incremental laufen.</translation>
    </message>
    <message>
        <source>The changes since the last sync cannot be had: %1.</source>
        <translation>Die Änderungen seit dem letzten Abgleich sind nicht zu bekommen: %1.</translation>
    </message>
    <message>
        <source>Run the table once with mode full, or set policies.on_expired to reload.</source>
        <translation>Lassen Sie die Tabelle einmal mit dem Modus full laufen, oder setzen Sie policies.on_expired auf reload.</translation>
    </message>
    <message>
        <source>The columns changed since the last sync (%1).</source>
        <translation>Die Spalten haben sich seit dem letzten Abgleich geändert (%1).</translation>
    </message>
    <message>
        <source>Run the table once with mode full, or set policies.on_schema_change to reload or continue.</source>
        <translation>Lassen Sie die Tabelle einmal mit dem Modus full laufen, oder setzen Sie policies.on_schema_change auf reload oder continue.</translation>
    </message>
</context>
<context>
    <name>tidemark::PolicyOptions</name>
    <message>
        <source>load the table again; fail in the mode “changes only”</source>
        <translation>die Tabelle neu laden; im Modus „nur Neues“ fehlschlagen</translation>
    </message>
    <message>
        <source>load the table again</source>
        <translation>die Tabelle neu laden</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>fehlschlagen</translation>
    </message>
    <message>
        <source>go on with the new columns</source>
        <translation>mit den neuen Spalten weitermachen</translation>
    </message>
    <message>
        <source>where the database allows it</source>
        <translation>wo die Datenbank es zulässt</translation>
    </message>
    <message>
        <source>always; fail without it</source>
        <translation>immer; sonst fehlschlagen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
</context>
<context>
    <name>tidemark::PracticeService</name>
    <message>
        <source>The script cannot be read: %1.</source>
        <translation>Das Skript kann nicht gelesen werden: %1.</translation>
    </message>
</context>
<context>
    <name>tidemark::Previewer</name>
    <message>
        <source>No changes since version %1.</source>
        <translation>Keine Änderungen seit Version %1.</translation>
    </message>
</context>
<context>
    <name>tidemark::ProfileBar</name>
    <message>
        <source>Practice data</source>
        <translation>Übungsdaten</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Um&amp;benennen…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach un&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>There is a profile %1 already.</source>
        <translation>Es gibt schon ein Profil %1.</translation>
    </message>
</context>
<context>
    <name>tidemark::ProfileController</name>
    <message>
        <source>Changed connection</source>
        <translation>Geänderte Verbindung</translation>
    </message>
    <message>
        <source>The changes in the fields of the connection are not saved.</source>
        <translation>Die Änderungen in den Feldern der Verbindung sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Discard them</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation>&amp;Weiter bearbeiten</translation>
    </message>
    <message>
        <source>The profile %1 is saved.</source>
        <translation>Das Profil %1 ist gespeichert.</translation>
    </message>
    <message>
        <source>The profile %1 is now called %2.</source>
        <translation>Das Profil %1 heißt jetzt %2.</translation>
    </message>
    <message>
        <source>Remove the profile</source>
        <translation>Profil entfernen</translation>
    </message>
    <message>
        <source>Remove the profile %1 and its password?</source>
        <translation>Das Profil %1 und sein Passwort entfernen?</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>The profile %1 is removed.</source>
        <translation>Das Profil %1 ist entfernt.</translation>
    </message>
    <message>
        <source>Export the profile</source>
        <translation>Profil exportieren</translation>
    </message>
    <message>
        <source>Profiles (*.json)</source>
        <translation>Profile (*.json)</translation>
    </message>
    <message>
        <source>The profile %1 is in %2, without its password.</source>
        <translation>Das Profil %1 ist in %2, ohne sein Passwort.</translation>
    </message>
    <message>
        <source>Import a profile</source>
        <translation>Profil importieren</translation>
    </message>
    <message>
        <source>The profile %1 is here now. Its password is not in the file.</source>
        <translation>Das Profil %1 ist jetzt hier. Sein Passwort ist nicht in der Datei.</translation>
    </message>
</context>
<context>
    <name>tidemark::ProfileStore</name>
    <message>
        <source>the profile has no name.</source>
        <translation>das Profil hat keinen Namen.</translation>
    </message>
    <message>
        <source>The file was set aside as %1.</source>
        <translation>Die Datei wurde als %1 beiseitegelegt.</translation>
    </message>
    <message>
        <source>There is no connection profile &quot;%1&quot;. Profiles are in %2.</source>
        <translation>Es gibt kein Verbindungsprofil „%1“. Die Profile sind in %2.</translation>
    </message>
    <message>
        <source>The folder for connection profiles cannot be made. Check its parents.</source>
        <translation>Der Ordner für Verbindungsprofile kann nicht angelegt werden. Prüfen Sie die übergeordneten Ordner.</translation>
    </message>
    <message>
        <source>The profile cannot be removed (%1).</source>
        <translation>Das Profil kann nicht entfernt werden (%1).</translation>
    </message>
    <message>
        <source>A profile needs a name.</source>
        <translation>Ein Profil braucht einen Namen.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Der Name ist zu lang.</translation>
    </message>
    <message>
        <source>There is a profile &quot;%1&quot; already. Give one of the two another name.</source>
        <translation>Es gibt schon ein Profil „%1“. Geben Sie einem der beiden einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>tidemark::Publication</name>
    <message>
        <source>it does not say what to publish</source>
        <translation>sie sagt nicht, was zu veröffentlichen ist</translation>
    </message>
    <message>
        <source>The run %1 was committed, but its file %2 is missing or not what was written, so its publication cannot be finished. Restore the file; or move %3 away to give that run up: then the next sync brings its rows again.</source>
        <translation>Der Lauf %1 wurde festgeschrieben, aber seine Datei %2 fehlt oder ist nicht, was geschrieben wurde; darum kann die Veröffentlichung nicht zu Ende gebracht werden. Stellen Sie die Datei wieder her; oder verschieben Sie %3, um jenen Lauf aufzugeben: dann bringt der nächste Abgleich seine Zeilen noch einmal.</translation>
    </message>
</context>
<context>
    <name>tidemark::ReadinessText</name>
    <message>
        <source>server version</source>
        <translation>Version des Servers</translation>
    </message>
    <message>
        <source>%1 is older than SQL Server 2016, the oldest that Tidemark knows.</source>
        <translation>%1 ist älter als SQL Server 2016, der älteste, den Tidemark kennt.</translation>
    </message>
    <message>
        <source>The database %1 takes writes here.</source>
        <translation>Die Datenbank %1 nimmt hier Änderungen an.</translation>
    </message>
    <message>
        <source>The database %1 is read-only here. On a secondary replica change tracking cannot be read.</source>
        <translation>Die Datenbank %1 ist hier schreibgeschützt. Auf einem sekundären Replikat kann die Änderungsnachverfolgung nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Connect to the primary replica, and do not set ApplicationIntent=ReadOnly.</source>
        <translation>Verbinden Sie sich mit dem primären Replikat, und setzen Sie nicht ApplicationIntent=ReadOnly.</translation>
    </message>
    <message>
        <source>Change tracking is on, at version %1.</source>
        <translation>Die Änderungsnachverfolgung ist an, bei Version %1.</translation>
    </message>
    <message>
        <source>Change tracking is off for the database %1: only the mode full works.</source>
        <translation>Die Änderungsnachverfolgung ist für die Datenbank %1 aus: nur der Modus full geht.</translation>
    </message>
    <message>
        <source>This login may not see how long changes are kept. The default is 2 days.</source>
        <translation>Diese Anmeldung darf nicht sehen, wie lange Änderungen aufbewahrt werden. Üblich sind 2 Tage.</translation>
    </message>
    <message>
        <source>Snapshot isolation is allowed: tables are read as of one moment.</source>
        <translation>Momentaufnahmen (SNAPSHOT) sind erlaubt: Tabellen werden auf dem Stand eines Augenblicks gelesen.</translation>
    </message>
    <message>
        <source>Snapshot isolation is not allowed. Syncs are complete nevertheless, but a run&apos;s tables are not of one moment.</source>
        <translation>Momentaufnahmen (SNAPSHOT) sind nicht erlaubt. Abgleiche sind trotzdem vollständig, aber die Tabellen eines Laufs sind nicht auf dem Stand eines Augenblicks.</translation>
    </message>
    <message>
        <source>The server describes itself in %1 rows instead of one.</source>
        <translation>Der Server beschreibt sich in %1 Zeilen statt in einer.</translation>
    </message>
    <message>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>The database %1 is open for the login %2, as user %3.</source>
        <translation>Die Datenbank %1 ist für die Anmeldung %2 offen, als Benutzer %3.</translation>
    </message>
    <message>
        <source>encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Encryption was not required, and this login may not ask whether the connection has it.</source>
        <translation>Verschlüsselung wurde nicht verlangt, und diese Anmeldung darf nicht fragen, ob die Verbindung sie hat.</translation>
    </message>
    <message>
        <source>Set encrypt to mandatory.</source>
        <translation>Setzen Sie encrypt auf mandatory.</translation>
    </message>
    <message>
        <source>Do not trust the server certificate blindly; name the CA file of the server.</source>
        <translation>Vertrauen Sie dem Zertifikat des Servers nicht blind; nennen Sie die CA-Datei des Servers.</translation>
    </message>
    <message>
        <source>replica</source>
        <translation>Replikat</translation>
    </message>
    <message>
        <source>Change tracking can be read on the primary replica only.</source>
        <translation>Die Änderungsnachverfolgung kann nur auf dem primären Replikat gelesen werden.</translation>
    </message>
    <message>
        <source>retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>A table that is not synced within the retention is loaded whole again.</source>
        <translation>Eine Tabelle, die nicht innerhalb der Aufbewahrung abgeglichen wird, wird wieder ganz geladen.</translation>
    </message>
    <message>
        <source>Changes are kept for %1.</source>
        <translation>Änderungen werden %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>One night without a sync can be too long.</source>
        <translation>Eine Nacht ohne Abgleich kann zu lang sein.</translation>
    </message>
    <message>
        <source>Keep changes for a week, so that syncs may pause over a weekend.</source>
        <translation>Änderungen eine Woche aufbewahren, damit der Abgleich ein Wochenende lang ruhen darf.</translation>
    </message>
    <message>
        <source>auto-cleanup</source>
        <translation>automatisches Aufräumen</translation>
    </message>
    <message>
        <source>Changes that nobody removes take room and slow every read.</source>
        <translation>Änderungen, die niemand entfernt, brauchen Platz und bremsen jedes Lesen.</translation>
    </message>
    <message>
        <source>This login may not see whether old changes are removed.</source>
        <translation>Diese Anmeldung darf nicht sehen, ob alte Änderungen entfernt werden.</translation>
    </message>
    <message>
        <source>Changes older than the retention are removed.</source>
        <translation>Änderungen, die älter als die Aufbewahrung sind, werden entfernt.</translation>
    </message>
    <message>
        <source>Auto-cleanup is off: the history of changes grows without end.</source>
        <translation>Das automatische Aufräumen ist aus: die Geschichte der Änderungen wächst ohne Ende.</translation>
    </message>
    <message>
        <source>Remove changes that are older than the retention.</source>
        <translation>Änderungen entfernen, die älter als die Aufbewahrung sind.</translation>
    </message>
    <message>
        <source>snapshot isolation</source>
        <translation>Momentaufnahmen (SNAPSHOT)</translation>
    </message>
    <message>
        <source>A snapshot shows a table as of one moment, and waits for no writer.</source>
        <translation>Eine Momentaufnahme zeigt eine Tabelle zu einem Zeitpunkt und wartet auf niemanden, der schreibt.</translation>
    </message>
    <message>
        <source>Allow snapshots. The statement waits for transactions that run now, and older versions of changed rows take room in tempdb.</source>
        <translation>Momentaufnahmen erlauben. Die Anweisung wartet auf laufende Transaktionen, und ältere Fassungen geänderter Zeilen brauchen Platz in tempdb.</translation>
    </message>
    <message>
        <source>Tidemark asks for what SQL Server 2016 and later have.</source>
        <translation>Tidemark fragt nach dem, was SQL Server ab 2016 hat.</translation>
    </message>
    <message>
        <source>Only an encrypted connection to a server that is verified keeps rows and password to itself.</source>
        <translation>Nur eine verschlüsselte Verbindung zu einem geprüften Server behält Zeilen und Passwort für sich.</translation>
    </message>
    <message>
        <source>Not encrypted: everything can be read on the way.</source>
        <translation>Nicht verschlüsselt: unterwegs kann alles gelesen werden.</translation>
    </message>
    <message>
        <source>Encrypted, but not verified: nobody looks at the server&apos;s certificate, so who answers could be someone else.</source>
        <translation>Verschlüsselt, aber nicht geprüft: niemand sieht sich das Zertifikat des Servers an, darum könnte jemand anderes antworten.</translation>
    </message>
    <message>
        <source>Encrypted, and the server&apos;s certificate is verified.</source>
        <translation>Verschlüsselt, und das Zertifikat des Servers ist geprüft.</translation>
    </message>
    <message>
        <source>A login needs a user in each database that it reads.</source>
        <translation>Eine Anmeldung braucht in jeder Datenbank, die sie liest, einen Benutzer.</translation>
    </message>
    <message>
        <source>The login %1 has no user in the database %2, so it cannot open it.</source>
        <translation>Die Anmeldung %1 hat keinen Benutzer in der Datenbank %2 und kann sie daher nicht öffnen.</translation>
    </message>
    <message>
        <source>Let the login %1 into the database.</source>
        <translation>Die Anmeldung %1 in die Datenbank lassen.</translation>
    </message>
    <message>
        <source>Check again afterwards: what else is missing can be seen only then.</source>
        <translation>Prüfen Sie danach noch einmal: erst dann ist zu sehen, was sonst noch fehlt.</translation>
    </message>
    <message>
        <source>change tracking</source>
        <translation>Änderungsnachverfolgung</translation>
    </message>
    <message>
        <source>Without change tracking every sync has to load whole tables.</source>
        <translation>Ohne Änderungsnachverfolgung muss jeder Abgleich ganze Tabellen laden.</translation>
    </message>
    <message>
        <source>Let the database note which rows change, and keep that for a week.</source>
        <translation>Die Datenbank festhalten lassen, welche Zeilen sich ändern, und das eine Woche aufbewahren.</translation>
    </message>
    <message>
        <source>Let %1 read %2.</source>
        <translation>%1 das Lesen von %2 erlauben.</translation>
    </message>
    <message>
        <source>The user is not known.</source>
        <translation>Der Benutzer ist nicht bekannt.</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
</context>
<context>
    <name>tidemark::RepairScript</name>
    <message>
        <source>A name holds a line end, where a script may be cut.</source>
        <translation>Ein Name enthält ein Zeilenende, an dem ein Skript zerteilt werden kann.</translation>
    </message>
    <message>
        <source>%1 is not in this database, so nothing was granted. Check the name in the job.</source>
        <translation>%1 ist nicht in dieser Datenbank, darum wurde nichts gewährt. Prüfen Sie den Namen im Auftrag.</translation>
    </message>
    <message>
        <source>Left to you: %1</source>
        <translation>Ihnen überlassen: %1</translation>
    </message>
    <message>
        <source>Tidemark: what a readiness check found missing, for the administrator.</source>
        <translation>Tidemark: was nach einer Prüfung der Bereitschaft fehlt, für den Administrator.</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>Login: %1</source>
        <translation>Anmeldung: %1</translation>
    </message>
    <message>
        <source>Checked: %1</source>
        <translation>Geprüft: %1</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>What no statement mends:</source>
        <translation>Was keine Anweisung behebt:</translation>
    </message>
    <message>
        <source>Each statement says what it is for. Those that need a decision are comments, with the reason.</source>
        <translation>Jede Anweisung sagt, wozu sie dient. Die eine Entscheidung brauchen, sind Kommentare, mit dem Grund.</translation>
    </message>
    <message>
        <source>Azure SQL Database knows no USE: run each part in a connection to its database.</source>
        <translation>Azure SQL Database kennt kein USE: führen Sie jeden Teil in einer Verbindung zu seiner Datenbank aus.</translation>
    </message>
    <message>
        <source>There is nothing to run: nothing is missing.</source>
        <translation>Es ist nichts auszuführen: es fehlt nichts.</translation>
    </message>
    <message>
        <source>There is nothing to run.</source>
        <translation>Es ist nichts auszuführen.</translation>
    </message>
</context>
<context>
    <name>tidemark::RunBar</name>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Job %1</source>
        <translation>Auftrag %1</translation>
    </message>
    <message numerus="yes">
        <source>S&amp;ync %n table(s)</source>
        <translation>
            <numerusform>%n Tabelle ab&amp;gleichen</numerusform>
            <numerusform>%n Tabellen ab&amp;gleichen</numerusform>
        </translation>
    </message>
    <message>
        <source>S&amp;ync</source>
        <translation>Ab&amp;gleichen</translation>
    </message>
    <message>
        <source>%v of %m tables</source>
        <translation>%v von %m Tabellen</translation>
    </message>
    <message>
        <source>Stopping. What is half done is not published.</source>
        <translation>Wird angehalten. Halbfertiges wird nicht veröffentlicht.</translation>
    </message>
</context>
<context>
    <name>tidemark::RunBoard</name>
    <message>
        <source>The driver was still connecting when the run was cancelled. Its thread was left behind, since nothing can interrupt it; it ends by itself.</source>
        <translation>Der Treiber war noch beim Verbinden, als der Lauf abgebrochen wurde. Sein Thread wurde zurückgelassen, weil nichts ihn unterbrechen kann; er endet von selbst.</translation>
    </message>
</context>
<context>
    <name>tidemark::RunController</name>
    <message numerus="yes">
        <source>%n table(s), %1 rows, %2.</source>
        <translation>
            <numerusform>%n Tabelle, %1 Zeilen, %2.</numerusform>
            <numerusform>%n Tabellen, %1 Zeilen, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n fehlgeschlagen.</numerusform>
            <numerusform>%n fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled.</source>
        <translation>
            <numerusform>%n abgebrochen.</numerusform>
            <numerusform>%n abgebrochen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped.</source>
        <translation>
            <numerusform>%n übersprungen.</numerusform>
            <numerusform>%n übersprungen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::RunFileModel</name>
    <message>
        <source>not verified</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>beiseitegelegt</translation>
    </message>
    <message>
        <source>in no manifest</source>
        <translation>in keinem Manifest</translation>
    </message>
    <message>
        <source>left over</source>
        <translation>übrig</translation>
    </message>
    <message>
        <source>The manifest does not name it any more: a later load replaced it, or the watermark was set back.</source>
        <translation>Das Manifest nennt sie nicht mehr: ein späteres Laden hat sie ersetzt, oder die Watermark wurde zurückgestellt.</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>tidemark::RunModel</name>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Changes since the last sync.</source>
        <translation>Änderungen seit dem letzten Abgleich.</translation>
    </message>
    <message>
        <source>The whole table.</source>
        <translation>Die ganze Tabelle.</translation>
    </message>
    <message>
        <source>Versions %1 to %2</source>
        <translation>Versionen %1 bis %2</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message numerus="yes">
        <source>Tried again %n time(s)</source>
        <translation>
            <numerusform>%n-mal wiederholt</numerusform>
            <numerusform>%n-mal wiederholt</numerusform>
        </translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>%1 · %2 %</source>
        <translation>%1 · %2 %</translation>
    </message>
    <message>
        <source>About %1 rows</source>
        <translation>Etwa %1 Zeilen</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>Where the time of each table goes: waiting for the server, the network and the driver, turning rows into text, or writing files.</source>
        <translation>Wohin die Zeit jeder Tabelle geht: in das Warten auf den Server, in Netz und Treiber, in das Verwandeln von Zeilen in Text oder in das Schreiben von Dateien.</translation>
    </message>
    <message>
        <source>Time spent on</source>
        <translation>Zeit für</translation>
    </message>
</context>
<context>
    <name>tidemark::RunNotice</name>
    <message>
        <source>Tables have failed</source>
        <translation>Tabellen schlugen fehl</translation>
    </message>
    <message>
        <source>The sync has ended</source>
        <translation>Der Abgleich ist zu Ende</translation>
    </message>
</context>
<context>
    <name>tidemark::RunPage</name>
    <message numerus="yes">
        <source>%1 of %n table(s)</source>
        <translation>
            <numerusform>%1 von %n Tabelle</numerusform>
            <numerusform>%1 von %n Tabellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 Zeilen/s</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message numerus="yes">
        <source>Run %n table(s) again</source>
        <translation>
            <numerusform>%n Tabelle wiederholen</numerusform>
            <numerusform>%n Tabellen wiederholen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::RunState</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>planning</source>
        <translation>plant</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>liest</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>schreibt</translation>
    </message>
    <message>
        <source>waiting to retry</source>
        <translation>wartet erneut</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>nichts Neues</translation>
    </message>
    <message>
        <source>reloaded</source>
        <translation>neu geladen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
</context>
<context>
    <name>tidemark::Runner</name>
    <message>
        <source>The work on the table broke off: %1.</source>
        <translation>Die Arbeit an der Tabelle brach ab: %1.</translation>
    </message>
    <message>
        <source>Try %1 to reach the database failed (%2); the next one begins after %3 seconds.</source>
        <translation>Versuch %1, die Datenbank zu erreichen, schlug fehl (%2); der nächste beginnt nach %3 Sekunden.</translation>
    </message>
</context>
<context>
    <name>tidemark::SchemaFile</name>
    <message>
        <source>The file %1 has a format that this Tidemark does not know. Use the newer Tidemark that wrote it, or choose another output folder.</source>
        <translation>Die Datei %1 hat ein Format, das dieses Tidemark nicht kennt. Benutzen Sie das neuere Tidemark, das sie geschrieben hat, oder wählen Sie einen anderen Ausgabeordner.</translation>
    </message>
    <message>
        <source>its schemas are not numbered from 1</source>
        <translation>ihre Schemas sind nicht von 1 an nummeriert</translation>
    </message>
</context>
<context>
    <name>tidemark::SchemaText</name>
    <message>
        <source>column %1 added</source>
        <translation>Spalte %1 hinzugefügt</translation>
    </message>
    <message>
        <source>column %1 dropped</source>
        <translation>Spalte %1 entfernt</translation>
    </message>
    <message>
        <source>column retyped, %1</source>
        <translation>Spalte mit neuem Typ, %1</translation>
    </message>
    <message>
        <source>primary key changed</source>
        <translation>Primärschlüssel geändert</translation>
    </message>
    <message>
        <source>%1: %2 to %3</source>
        <translation>%1: %2 zu %3</translation>
    </message>
    <message>
        <source>%1: now nullable</source>
        <translation>%1: lässt jetzt NULL zu</translation>
    </message>
    <message>
        <source>%1: no longer nullable</source>
        <translation>%1: lässt NULL nicht mehr zu</translation>
    </message>
</context>
<context>
    <name>tidemark::ServerErrorText</name>
    <message>
        <source>a table of the database %1</source>
        <translation>eine Tabelle der Datenbank %1</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Der Server sagt: %1</translation>
    </message>
    <message>
        <source>{table} is not there, or this login may not see it.</source>
        <translation>{table} ist nicht da, oder diese Anmeldung darf es nicht sehen.</translation>
    </message>
    <message>
        <source>Check the name in the list of tables. If it is missing there, ask for the right to read it.</source>
        <translation>Prüfen Sie den Namen in der Liste der Tabellen. Wenn er dort fehlt, bitten Sie um das Leserecht.</translation>
    </message>
    <message>
        <source>{table} is not a table of this database, and only tables can be tracked.</source>
        <translation>{table} ist keine Tabelle dieser Datenbank, und nur Tabellen können verfolgt werden.</translation>
    </message>
    <message>
        <source>Choose a table from the list of tables.</source>
        <translation>Wählen Sie eine Tabelle aus der Liste der Tabellen.</translation>
    </message>
    <message>
        <source>The right {right} on {table} is missing.</source>
        <translation>Das Recht {right} auf {table} fehlt.</translation>
    </message>
    <message>
        <source>Someone who may grant it runs: {statement}</source>
        <translation>Wer es gewähren darf, führt aus: {statement}</translation>
    </message>
    <message>
        <source>A right is missing in the database {database}.</source>
        <translation>In der Datenbank {database} fehlt ein Recht.</translation>
    </message>
    <message>
        <source>Ask whoever administers it for the right that the server names.</source>
        <translation>Bitten Sie um das Recht, das der Server nennt, wer sie verwaltet.</translation>
    </message>
    <message>
        <source>Change tracking is off for {table}.</source>
        <translation>Die Änderungsnachverfolgung ist für {table} aus.</translation>
    </message>
    <message>
        <source>Someone who owns the table runs: {statement} Or sync the table with the mode full.</source>
        <translation>Wem die Tabelle gehört, führt aus: {statement} Oder gleichen Sie die Tabelle mit dem Modus full ab.</translation>
    </message>
    <message>
        <source>The server is busy or just being moved.</source>
        <translation>Der Server ist ausgelastet oder wird gerade verlegt.</translation>
    </message>
    <message>
        <source>Wait some minutes. If it comes often, use fewer workers or a larger service tier.</source>
        <translation>Warten Sie einige Minuten. Wenn es oft vorkommt, nehmen Sie weniger Tabellen zugleich (workers) oder eine größere Dienstebene.</translation>
    </message>
    <message>
        <source>Snapshot isolation in the database avoids it for good.</source>
        <translation>Momentaufnahmen (SNAPSHOT) in der Datenbank vermeiden es auf Dauer.</translation>
    </message>
    <message>
        <source>The row versions that the snapshot needs are gone.</source>
        <translation>Die Zeilenversionen, die die Momentaufnahme braucht, sind nicht mehr da.</translation>
    </message>
    <message>
        <source>If it comes often, an administrator gives tempdb more room.</source>
        <translation>Wenn es oft vorkommt, gibt ein Administrator tempdb mehr Platz.</translation>
    </message>
    <message>
        <source>The server {server} refused the login.</source>
        <translation>Der Server {server} hat die Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>Check user, password and kind of sign-in, and whether the login is enabled.</source>
        <translation>Prüfen Sie Benutzer, Passwort und Anmeldeart, und ob die Anmeldung freigegeben ist.</translation>
    </message>
    <message>
        <source>The password has expired or must be changed first.</source>
        <translation>Das Passwort ist abgelaufen oder muss erst geändert werden.</translation>
    </message>
    <message>
        <source>Change it with another tool, then type the new one into the connection.</source>
        <translation>Ändern Sie es mit einem anderen Werkzeug, und geben Sie dann das neue in der Verbindung ein.</translation>
    </message>
    <message>
        <source>The firewall of {server} does not let this machine&apos;s address in.</source>
        <translation>Die Firewall von {server} lässt die Adresse dieses Rechners nicht herein.</translation>
    </message>
    <message>
        <source>Add a firewall rule in the Azure portal.</source>
        <translation>Ergänzen Sie im Azure-Portal eine Firewallregel.</translation>
    </message>
    <message>
        <source>The server&apos;s name did not reach Azure SQL.</source>
        <translation>Der Name des Servers kam bei Azure SQL nicht an.</translation>
    </message>
    <message>
        <source>Write the user as user@server.</source>
        <translation>Schreiben Sie den Benutzer als benutzer@server.</translation>
    </message>
    <message>
        <source>The server has too little memory just now.</source>
        <translation>Der Server hat gerade zu wenig Speicher.</translation>
    </message>
    <message>
        <source>This login has no user in the database {database}.</source>
        <translation>Diese Anmeldung hat in der Datenbank {database} keinen Benutzer.</translation>
    </message>
    <message>
        <source>An administrator runs there: {statement}</source>
        <translation>Ein Administrator führt dort aus: {statement}</translation>
    </message>
    <message>
        <source>Another transaction and this one waited for each other, and the server ended this one.</source>
        <translation>Eine andere Transaktion und diese warteten aufeinander, und der Server hat diese beendet.</translation>
    </message>
    <message>
        <source>Another transaction keeps {table} locked.</source>
        <translation>Eine andere Transaktion hält {table} gesperrt.</translation>
    </message>
    <message>
        <source>The database {database} does not allow snapshot isolation, and the job asks for it.</source>
        <translation>Die Datenbank {database} lässt keine Momentaufnahmen zu, und der Auftrag verlangt sie.</translation>
    </message>
    <message>
        <source>An administrator runs: {statement} Or set the job&apos;s policy snapshot to auto.</source>
        <translation>Ein Administrator führt aus: {statement} Oder setzen Sie die Regel snapshot des Auftrags auf auto.</translation>
    </message>
    <message>
        <source>{table} was altered while its snapshot was read.</source>
        <translation>{table} wurde geändert, während die Momentaufnahme gelesen wurde.</translation>
    </message>
    <message>
        <source>Wait until the table is no longer altered.</source>
        <translation>Warten Sie, bis die Tabelle nicht mehr geändert wird.</translation>
    </message>
    <message>
        <source>The database {database} cannot be opened.</source>
        <translation>Die Datenbank {database} kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Check its name, and that this login has a user in it.</source>
        <translation>Prüfen Sie ihren Namen, und ob diese Anmeldung darin einen Benutzer hat.</translation>
    </message>
    <message>
        <source>The login is locked after too many wrong passwords.</source>
        <translation>Die Anmeldung ist nach zu vielen falschen Passwörtern gesperrt.</translation>
    </message>
    <message>
        <source>Have an administrator unlock it.</source>
        <translation>Lassen Sie sie von einem Administrator entsperren.</translation>
    </message>
    <message>
        <source>This edition of SQL Server has no change tracking.</source>
        <translation>Diese Edition von SQL Server hat keine Änderungsnachverfolgung.</translation>
    </message>
    <message>
        <source>Sync the table with the mode full.</source>
        <translation>Gleichen Sie die Tabelle mit dem Modus full ab.</translation>
    </message>
    <message>
        <source>Change tracking cannot be read on a secondary replica.</source>
        <translation>Auf einem sekundären Replikat kann die Änderungsnachverfolgung nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Connect to the primary, and do not set ApplicationIntent=ReadOnly.</source>
        <translation>Verbinden Sie sich mit dem primären, und setzen Sie nicht ApplicationIntent=ReadOnly.</translation>
    </message>
    <message>
        <source>The database {database} is not available just now. A paused serverless database wakes up within minutes.</source>
        <translation>Die Datenbank {database} ist gerade nicht verfügbar. Eine angehaltene serverlose Datenbank erwacht binnen Minuten.</translation>
    </message>
    <message>
        <source>Wait a few minutes.</source>
        <translation>Warten Sie ein paar Minuten.</translation>
    </message>
</context>
<context>
    <name>tidemark::ServerProbeText</name>
    <message>
        <source>connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Port %1 of %2 answers.</source>
        <translation>Port %1 von %2 antwortet.</translation>
    </message>
    <message>
        <source>Port %1 of %2 cannot be reached: %3.</source>
        <translation>Port %1 von %2 ist nicht erreichbar: %3.</translation>
    </message>
    <message>
        <source>Check host and port, that the server runs and listens on TCP, and the firewalls between.</source>
        <translation>Prüfen Sie Host und Port, ob der Server läuft und auf TCP horcht, und die Firewalls dazwischen.</translation>
    </message>
    <message>
        <source>resolve</source>
        <translation>Name auflösen</translation>
    </message>
    <message>
        <source>The name %1 has no address: %2.</source>
        <translation>Der Name %1 hat keine Adresse: %2.</translation>
    </message>
    <message>
        <source>Check the spelling of the server&apos;s name, and the network or VPN.</source>
        <translation>Prüfen Sie die Schreibweise des Servernamens und das Netz oder VPN.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 ist %2.</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Something answers there, but it is no SQL Server.</source>
        <translation>Dort antwortet etwas, aber es ist kein SQL Server.</translation>
    </message>
    <message>
        <source>Check the port: another program listens on it.</source>
        <translation>Prüfen Sie den Port: ein anderes Programm horcht darauf.</translation>
    </message>
    <message>
        <source>SQL Server %1 answers and offers encryption.</source>
        <translation>SQL Server %1 antwortet und bietet Verschlüsselung an.</translation>
    </message>
    <message>
        <source>SQL Server %1 answers, without encryption.</source>
        <translation>SQL Server %1 antwortet, ohne Verschlüsselung.</translation>
    </message>
</context>
<context>
    <name>tidemark::SessionText</name>
    <message>
        <source>The server answered with %1 results instead of %2. Another program between may have cut the answer.</source>
        <translation>Der Server antwortete mit %1 Ergebnissen statt mit %2. Vielleicht hat ein Programm dazwischen die Antwort gekürzt.</translation>
    </message>
    <message>
        <source>The server&apos;s answer about changes is incomplete.</source>
        <translation>Die Antwort des Servers über Änderungen ist unvollständig.</translation>
    </message>
    <message>
        <source>No snapshot is open that could be ended.</source>
        <translation>Es ist keine Momentaufnahme offen, die beendet werden könnte.</translation>
    </message>
    <message>
        <source>The server does not name its transaction.</source>
        <translation>Der Server nennt seine Transaktion nicht.</translation>
    </message>
    <message>
        <source>The snapshot was lost while it was read: another transaction answers now. What was read is thrown away.</source>
        <translation>Die Momentaufnahme ging beim Lesen verloren: jetzt antwortet eine andere Transaktion. Das Gelesene wird verworfen.</translation>
    </message>
    <message>
        <source>The server does not name its version.</source>
        <translation>Der Server nennt seine Version nicht.</translation>
    </message>
    <message>
        <source>The snapshot was lost before its first read: no transaction is open any more.</source>
        <translation>Die Momentaufnahme ging vor dem ersten Lesen verloren: es ist keine Transaktion mehr offen.</translation>
    </message>
    <message>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>change tracking</source>
        <translation>Änderungsnachverfolgung</translation>
    </message>
</context>
<context>
    <name>tidemark::Setting</name>
    <message>
        <source>a list with at least one name</source>
        <translation>eine Liste mit mindestens einem Namen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands twice in the list.</source>
        <translation>„%1“ steht zweimal in der Liste.</translation>
    </message>
    <message>
        <source>a map of texts</source>
        <translation>eine Zuordnung von Texten</translation>
    </message>
    <message>
        <source>a password does not belong here; use the key &quot;password&quot;.</source>
        <translation>ein Passwort gehört nicht hierher; benutzen Sie den Schlüssel „password“.</translation>
    </message>
</context>
<context>
    <name>tidemark::SettingReader</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (line %2): %3</source>
        <translation>%1 (Zeile %2): %3</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>an empty list</source>
        <translation>eine leere Liste</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an empty map</source>
        <translation>eine leere Zuordnung</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>eine Zuordnung</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>expected %1, not %2.</source>
        <translation>erwartet: %1, nicht %2.</translation>
    </message>
    <message>
        <source>the variable %1 is not set, neither in the environment nor in an .env file.</source>
        <translation>die Variable %1 ist nicht gesetzt, weder in der Umgebung noch in einer .env-Datei.</translation>
    </message>
    <message>
        <source>after ${ the name of a variable and } are expected; $${ stands for the text ${.</source>
        <translation>nach ${ werden der Name einer Variablen und } erwartet; $${ steht für den Text ${.</translation>
    </message>
    <message>
        <source>${ is not closed by }; $${ stands for the text ${.</source>
        <translation>${ ist nicht durch } geschlossen; $${ steht für den Text ${.</translation>
    </message>
    <message>
        <source>expected a text in quotes.</source>
        <translation>erwartet wird ein Text in Anführungszeichen.</translation>
    </message>
    <message>
        <source>expected a text.</source>
        <translation>erwartet wird ein Text.</translation>
    </message>
    <message>
        <source>the text holds a NUL character.</source>
        <translation>der Text enthält ein NUL-Zeichen.</translation>
    </message>
    <message>
        <source>expected a path, not an empty text.</source>
        <translation>erwartet wird ein Pfad, kein leerer Text.</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>one character</source>
        <translation>ein Zeichen</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>Meinten Sie %1?</translation>
    </message>
    <message numerus="yes">
        <source>and %n further mistakes.</source>
        <translation>
            <numerusform>und %n weiterer Fehler.</numerusform>
            <numerusform>und %n weitere Fehler.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::SettingsResolver</name>
    <message>
        <source>The mode %1 does not go with the filter &quot;where&quot; of this table, which works with the mode full only. Leave the mode to the job file or take the filter away.</source>
        <translation>Der Modus %1 verträgt sich nicht mit dem Filter „where“ dieser Tabelle, der nur mit dem Modus full geht. Überlassen Sie den Modus der Auftragsdatei, oder nehmen Sie den Filter weg.</translation>
    </message>
    <message>
        <source>No server is named. Name it in the job file (connection.server), with --server, or in the environment (TIDEMARK_SERVER).</source>
        <translation>Es ist kein Server genannt. Nennen Sie ihn in der Auftragsdatei (connection.server), mit --server oder in der Umgebung (TIDEMARK_SERVER).</translation>
    </message>
    <message>
        <source>No user is named. Name one in the job file (connection.user), with --user, or in the environment (TIDEMARK_USER).</source>
        <translation>Es ist kein Benutzer genannt. Nennen Sie einen in der Auftragsdatei (connection.user), mit --user oder in der Umgebung (TIDEMARK_USER).</translation>
    </message>
</context>
<context>
    <name>tidemark::Sha256</name>
    <message>
        <source>The SHA-256 of a file cannot be computed; the system&apos;s libcrypto refuses it.</source>
        <translation>Die SHA-256-Summe einer Datei kann nicht berechnet werden; die libcrypto des Systems lehnt es ab.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2. Check its rights and the disk.</source>
        <translation>Die Datei %1 kann nicht gelesen werden: %2. Prüfen Sie ihre Rechte und den Datenträger.</translation>
    </message>
</context>
<context>
    <name>tidemark::SpeedPlot</name>
    <message>
        <source>All tables (rows/s)</source>
        <translation>Alle Tabellen (Zeilen/s)</translation>
    </message>
    <message>
        <source>%1 (rows/s)</source>
        <translation>%1 (Zeilen/s)</translation>
    </message>
    <message>
        <source>While rows come, their speed is drawn here.</source>
        <translation>Während Zeilen kommen, wird hier ihr Tempo gezeichnet.</translation>
    </message>
    <message>
        <source>Speed over the time of the run</source>
        <translation>Tempo über die Zeit des Laufs</translation>
    </message>
    <message>
        <source>At most %1 rows/s. At the end: %2</source>
        <translation>Höchstens %1 Zeilen/s. Am Ende: %2</translation>
    </message>
    <message>
        <source>%1: %2 rows/s, %3/s</source>
        <translation>%1: %2 Zeilen/s, %3/s</translation>
    </message>
</context>
<context>
    <name>tidemark::StoreServices</name>
    <message>
        <source>Until then it can be undone, and the files stay where they are.</source>
        <translation>Bis dahin lässt es sich rückgängig machen, und die Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>The watermark of %1 at version %2 is removed. The next sync loads the table whole and replaces its files; in the mode incremental it refuses to run.</source>
        <translation>Die Watermark von %1 bei Version %2 wird entfernt. Der nächste Abgleich lädt die Tabelle ganz und ersetzt ihre Dateien; im Modus incremental weigert er sich zu laufen.</translation>
    </message>
    <message>
        <source>The watermark of %1 goes back from version %2 to %3. The files of later changes leave the manifest, and the next sync reads these changes again. If the server has cleaned them up by then, it loads the table whole.</source>
        <translation>Die Watermark von %1 geht von Version %2 auf %3 zurück. Die Dateien späterer Änderungen kommen aus dem Manifest, und der nächste Abgleich liest diese Änderungen noch einmal. Hat der Server sie bis dahin bereinigt, lädt er die Tabelle ganz.</translation>
    </message>
    <message>
        <source>The watermark of %1 goes to version %2 again, as the last sync left it.</source>
        <translation>Die Watermark von %1 geht wieder auf Version %2, wie der letzte Abgleich sie hinterließ.</translation>
    </message>
    <message>
        <source>No table below %1 fits &quot;%2&quot;.</source>
        <translation>Keine Tabelle unter %1 passt auf „%2“.</translation>
    </message>
</context>
<context>
    <name>tidemark::SurveyText</name>
    <message>
        <source>The server describes the database %1 in %2 rows instead of one.</source>
        <translation>Der Server beschreibt die Datenbank %1 in %2 Zeilen statt in einer.</translation>
    </message>
    <message>
        <source>There is no table %1.%2 in the database %3, or this login may not see it.</source>
        <translation>Es gibt keine Tabelle %1.%2 in der Datenbank %3, oder diese Anmeldung darf sie nicht sehen.</translation>
    </message>
    <message>
        <source>Check the name, or ask for the right SELECT on it.</source>
        <translation>Prüfen Sie den Namen, oder bitten Sie um das Recht SELECT darauf.</translation>
    </message>
    <message>
        <source>The name %1.%2 fits several tables of the database %3: %4.</source>
        <translation>Der Name %1.%2 passt auf mehrere Tabellen der Datenbank %3: %4.</translation>
    </message>
    <message>
        <source>Write it exactly as one of them.</source>
        <translation>Schreiben Sie ihn genau wie eine davon.</translation>
    </message>
    <message>
        <source>The right %1 on %2 is missing.</source>
        <translation>Das Recht %1 auf %2 fehlt.</translation>
    </message>
    <message>
        <source>Someone who may grant it runs: %1</source>
        <translation>Wer es gewähren darf, führt aus: %1</translation>
    </message>
</context>
<context>
    <name>tidemark::Surveyor</name>
    <message>
        <source>The survey of the database answered for %1 of %2 tables.</source>
        <translation>Die Umfrage bei der Datenbank antwortete für %1 von %2 Tabellen.</translation>
    </message>
    <message>
        <source>The job names this table twice. Keep one of the two entries.</source>
        <translation>Der Auftrag nennt diese Tabelle zweimal. Behalten Sie einen der beiden Einträge.</translation>
    </message>
</context>
<context>
    <name>tidemark::TableAccess</name>
    <message>
        <source>Finished the publication of run %1, which had been interrupted.</source>
        <translation>Die unterbrochene Veröffentlichung des Laufs %1 ist zu Ende gebracht.</translation>
    </message>
    <message>
        <source>Finished a change of the table&apos;s records, which had been interrupted.</source>
        <translation>Eine unterbrochene Änderung an den Aufzeichnungen der Tabelle ist zu Ende gebracht.</translation>
    </message>
</context>
<context>
    <name>tidemark::TableLook</name>
    <message>
        <source>An earlier run was interrupted while it published. The next run finishes that first, so less may be left to do.</source>
        <translation>Ein früherer Lauf wurde beim Veröffentlichen unterbrochen. Der nächste Lauf bringt das zuerst zu Ende, darum bleibt vielleicht weniger zu tun.</translation>
    </message>
    <message>
        <source>The files of the older tool are taken over first. If they are not all there, the table is loaded again.</source>
        <translation>Die Dateien des älteren Werkzeugs werden zuerst übernommen. Wenn nicht alle da sind, wird die Tabelle neu geladen.</translation>
    </message>
</context>
<context>
    <name>tidemark::TableName</name>
    <message>
        <source>a [ is not closed by ]</source>
        <translation>ein [ ist nicht durch ] geschlossen</translation>
    </message>
    <message>
        <source>a name is empty</source>
        <translation>ein Name ist leer</translation>
    </message>
    <message>
        <source>a name is longer than 128 characters</source>
        <translation>ein Name ist länger als 128 Zeichen</translation>
    </message>
    <message>
        <source>after ] a dot or the end is expected</source>
        <translation>nach ] wird ein Punkt oder das Ende erwartet</translation>
    </message>
    <message>
        <source>it has more than three parts; a dot inside a name needs brackets, as in [my.table]</source>
        <translation>es hat mehr als drei Teile; ein Punkt in einem Namen braucht Klammern, wie in [meine.tabelle]</translation>
    </message>
    <message>
        <source>text follows the closing ]</source>
        <translation>nach dem schließenden ] folgt Text</translation>
    </message>
</context>
<context>
    <name>tidemark::TableOptionsDialog</name>
    <message>
        <source>Columns and rows of %1</source>
        <translation>Spalten und Zeilen von %1</translation>
    </message>
    <message>
        <source>A condition in T-SQL, without WHERE.</source>
        <translation>Eine Bedingung in T-SQL, ohne WHERE.</translation>
    </message>
    <message>
        <source>Only for the mode “whole table”: a row that leaves the filter would look like a deleted one, or not be told at all.</source>
        <translation>Nur für den Modus „ganze Tabelle“: eine Zeile, die aus dem Filter fällt, sähe wie eine gelöschte aus oder würde gar nicht gemeldet.</translation>
    </message>
    <message>
        <source>%1 (%2, key)</source>
        <translation>%1 (%2, Schlüssel)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>tidemark::TableReadinessText</name>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>A login sees only the tables on which it has a right.</source>
        <translation>Eine Anmeldung sieht nur die Tabellen, an denen sie ein Recht hat.</translation>
    </message>
    <message>
        <source>rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Rows need the right SELECT, changes the right VIEW CHANGE TRACKING. Neither lets anyone write.</source>
        <translation>Zeilen brauchen das Recht SELECT, Änderungen das Recht VIEW CHANGE TRACKING. Keines von beiden erlaubt zu schreiben.</translation>
    </message>
    <message>
        <source>This login may read the table and its changes.</source>
        <translation>Diese Anmeldung darf die Tabelle und ihre Änderungen lesen.</translation>
    </message>
    <message>
        <source>This login may read the table.</source>
        <translation>Diese Anmeldung darf die Tabelle lesen.</translation>
    </message>
    <message>
        <source>This login lacks the right %1.</source>
        <translation>Dieser Anmeldung fehlt das Recht %1.</translation>
    </message>
    <message>
        <source>This login lacks the rights %1.</source>
        <translation>Dieser Anmeldung fehlen die Rechte %1.</translation>
    </message>
    <message>
        <source>primary key</source>
        <translation>Primärschlüssel</translation>
    </message>
    <message>
        <source>Change tracking names the rows that changed by their primary key.</source>
        <translation>Die Änderungsnachverfolgung nennt die geänderten Zeilen mit ihrem Primärschlüssel.</translation>
    </message>
    <message>
        <source>The primary key is %1.</source>
        <translation>Der Primärschlüssel ist %1.</translation>
    </message>
    <message>
        <source>The table has no primary key, so it cannot be tracked: only the mode full works.</source>
        <translation>Die Tabelle hat keinen Primärschlüssel und kann nicht verfolgt werden: nur der Modus full geht.</translation>
    </message>
    <message>
        <source>Give %1 a primary key.</source>
        <translation>Gibt %1 einen Primärschlüssel.</translation>
    </message>
    <message>
        <source>Choose the columns first. The table is locked while the index is built.</source>
        <translation>Wählen Sie zuerst die Spalten. Die Tabelle ist gesperrt, während der Index entsteht.</translation>
    </message>
    <message>
        <source>change tracking</source>
        <translation>Änderungsnachverfolgung</translation>
    </message>
    <message>
        <source>The server tells only of tables that are tracked what changed.</source>
        <translation>Der Server sagt nur von verfolgten Tabellen, was sich geändert hat.</translation>
    </message>
    <message>
        <source>Change tracking is off for the table: only the mode full works.</source>
        <translation>Die Änderungsnachverfolgung ist für die Tabelle aus: nur der Modus full geht.</translation>
    </message>
    <message>
        <source>Note which rows of %1 change.</source>
        <translation>Vermerkt, welche Zeilen von %1 sich ändern.</translation>
    </message>
    <message>
        <source>The table needs a primary key first.</source>
        <translation>Die Tabelle braucht zuerst einen Primärschlüssel.</translation>
    </message>
    <message>
        <source>Change tracking is on.</source>
        <translation>Die Änderungsnachverfolgung ist an.</translation>
    </message>
    <message>
        <source>The table&apos;s minimum valid version cannot be seen, so changes cannot be checked for completeness.</source>
        <translation>Die kleinste gültige Version der Tabelle ist nicht zu sehen, darum lassen sich Änderungen nicht auf Vollständigkeit prüfen.</translation>
    </message>
    <message>
        <source>Change tracking is on, and complete from version %1.</source>
        <translation>Die Änderungsnachverfolgung ist an und ab Version %1 vollständig.</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>A table is copied only when every value arrives exactly.</source>
        <translation>Eine Tabelle wird nur kopiert, wenn jeder Wert genau ankommt.</translation>
    </message>
</context>
<context>
    <name>tidemark::TableRecords</name>
    <message>
        <source>the database %1 on the server %2</source>
        <translation>die Datenbank %1 auf dem Server %2</translation>
    </message>
    <message>
        <source>it lacks the schema %1, which the manifest names</source>
        <translation>ihr fehlt das Schema %1, das das Manifest nennt</translation>
    </message>
    <message>
        <source>The folder %1 holds files of %2, but this job syncs %3.</source>
        <translation>Der Ordner %1 enthält Dateien von %2, aber dieser Auftrag gleicht %3 ab.</translation>
    </message>
    <message>
        <source>Choose another output folder for this job, or move that folder away.</source>
        <translation>Wählen Sie für diesen Auftrag einen anderen Ausgabeordner, oder verschieben Sie jenen Ordner.</translation>
    </message>
    <message>
        <source>The watermarks in %1 belong to %2, but this job syncs %3.</source>
        <translation>Die Watermarks in %1 gehören zu %2, aber dieser Auftrag gleicht %3 ab.</translation>
    </message>
    <message>
        <source>Choose another watermark folder for this job, or move that folder away.</source>
        <translation>Wählen Sie für diesen Auftrag einen anderen Ordner für die Watermarks, oder verschieben Sie jenen Ordner.</translation>
    </message>
    <message>
        <source>The files in %1 are kept up to date with the watermarks in %2, but this job keeps its watermarks in %3.</source>
        <translation>Die Dateien in %1 werden mit den Watermarks in %2 aktuell gehalten, aber dieser Auftrag führt seine Watermarks in %3.</translation>
    </message>
    <message>
        <source>Use that watermark folder, choose another output folder, or move the folder with the files away.</source>
        <translation>Benutzen Sie jenen Ordner für die Watermarks, wählen Sie einen anderen Ausgabeordner, oder verschieben Sie den Ordner mit den Dateien.</translation>
    </message>
</context>
<context>
    <name>tidemark::TableRun</name>
    <message>
        <source>The table could not be synced: %1.</source>
        <translation>Die Tabelle konnte nicht abgeglichen werden: %1.</translation>
    </message>
    <message>
        <source>Try %1 failed (%2); the next one begins after %3 seconds.</source>
        <translation>Versuch %1 schlug fehl (%2); der nächste beginnt nach %3 Sekunden.</translation>
    </message>
    <message>
        <source>Read without snapshot isolation, since the database refused it: %1</source>
        <translation>Ohne Momentaufnahme gelesen, weil die Datenbank sie ablehnte: %1</translation>
    </message>
    <message>
        <source>The database was replaced by another one during the run. Run the table again.</source>
        <translation>Die Datenbank wurde während des Laufs durch eine andere ersetzt. Lassen Sie die Tabelle noch einmal laufen.</translation>
    </message>
    <message>
        <source>The job requires snapshot isolation, and the database %1 does not allow it. Have an administrator run: ALTER DATABASE [%2] SET ALLOW_SNAPSHOT_ISOLATION ON; or set policies.snapshot to auto.</source>
        <translation>Der Auftrag verlangt Momentaufnahmen, und die Datenbank %1 lässt sie nicht zu. Lassen Sie einen Administrator ausführen: ALTER DATABASE [%2] SET ALLOW_SNAPSHOT_ISOLATION ON; oder setzen Sie policies.snapshot auf auto.</translation>
    </message>
    <message>
        <source>The table was changed in its structure or its change history was cut during each of %1 reads. Run it again when it rests, or allow snapshot isolation.</source>
        <translation>Bei jedem von %1 Lesevorgängen wurde die Tabelle in ihrem Aufbau geändert oder ihre Änderungsgeschichte gekürzt. Lassen Sie sie noch einmal laufen, wenn sie ruht, oder erlauben Sie Momentaufnahmen.</translation>
    </message>
    <message>
        <source>What was read was thrown away, since the table&apos;s change history was cut or its columns changed meanwhile.</source>
        <translation>Das Gelesene wurde verworfen, weil inzwischen die Änderungsgeschichte der Tabelle gekürzt wurde oder ihre Spalten sich änderten.</translation>
    </message>
    <message>
        <source>The server sent %1 rows, but %2 were written, so nothing was published. This is a defect of Tidemark; please report it.</source>
        <translation>Der Server sandte %1 Zeilen, aber %2 wurden geschrieben, darum wurde nichts veröffentlicht. Das ist ein Fehler von Tidemark; bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>%1 unpaired UTF-16 surrogates were written as U+FFFD, since UTF-8 cannot hold them.</source>
        <translation>%1 unpaarige UTF-16-Surrogate wurden als U+FFFD geschrieben, weil UTF-8 sie nicht darstellen kann.</translation>
    </message>
    <message>
        <source>No changes since version %1.</source>
        <translation>Keine Änderungen seit Version %1.</translation>
    </message>
    <message>
        <source>The note that an earlier run failed could not be removed: %1</source>
        <translation>Die Notiz, dass ein früherer Lauf fehlschlug, konnte nicht entfernt werden: %1</translation>
    </message>
</context>
<context>
    <name>tidemark::TableTreeModel</name>
    <message>
        <source>whole table</source>
        <translation>ganze Tabelle</translation>
    </message>
    <message>
        <source>changes only</source>
        <translation>nur Neues</translation>
    </message>
    <message>
        <source>whole, then changes</source>
        <translation>ganz, dann Neues</translation>
    </message>
    <message>
        <source>no access</source>
        <translation>kein Zugang</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>wird geladen</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>nicht geladen</translation>
    </message>
    <message>
        <source>tracked</source>
        <translation>verfolgt</translation>
    </message>
    <message>
        <source>not tracked</source>
        <translation>nicht verfolgt</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Change tracking</source>
        <translation>Nachverfolgung</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>The server has no table %1, or hides it from this login. Untick it, or ask for the right to read it.</source>
        <translation>Der Server hat keine Tabelle %1 oder verbirgt sie vor dieser Anmeldung. Nehmen Sie den Haken weg, oder bitten Sie um das Leserecht.</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>%1 has no primary key, so change tracking cannot follow it. It can be loaded whole.</source>
        <translation>%1 hat keinen Primärschlüssel, darum kann die Änderungsnachverfolgung ihr nicht folgen. Sie kann ganz geladen werden.</translation>
    </message>
    <message>
        <source>Change tracking is off for %1. It can be loaded whole.</source>
        <translation>Die Änderungsnachverfolgung ist für %1 aus. Sie kann ganz geladen werden.</translation>
    </message>
    <message>
        <source>Change tracking is on for %1.</source>
        <translation>Die Änderungsnachverfolgung ist für %1 an.</translation>
    </message>
    <message>
        <source>not permitted</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>This login may not read %1. Ask for the right SELECT on it.</source>
        <translation>Diese Anmeldung darf %1 nicht lesen. Bitten Sie um das Recht SELECT darauf.</translation>
    </message>
    <message>
        <source>changes not permitted</source>
        <translation>Änderungen nicht erlaubt</translation>
    </message>
    <message>
        <source>This login may not see what changed in %1. Ask for the right VIEW CHANGE TRACKING on it, or load it whole.</source>
        <translation>Diese Anmeldung darf nicht sehen, was sich in %1 geändert hat. Bitten Sie um das Recht VIEW CHANGE TRACKING darauf, oder laden Sie die Tabelle ganz.</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>filtered</source>
        <translation>gefiltert</translation>
    </message>
    <message>
        <source>About %1.</source>
        <translation>Etwa %1.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>About %1 rows.</source>
        <translation>Etwa %1 Zeilen.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>tidemark::TableTreePane</name>
    <message>
        <source>Connect first; then the databases and their tables appear here. Tick those that you want as files.</source>
        <translation>Verbinden Sie sich zuerst; dann erscheinen hier die Datenbanken und ihre Tabellen. Haken Sie an, was Sie als Dateien möchten.</translation>
    </message>
    <message>
        <source>&amp;Tick</source>
        <translation>&amp;Anhaken</translation>
    </message>
    <message>
        <source>&amp;Untick</source>
        <translation>&amp;Haken entfernen</translation>
    </message>
    <message>
        <source>Mode: %1</source>
        <translation>Modus: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) chosen, about %1 rows</source>
        <translation>
            <numerusform>%n Tabelle gewählt, etwa %1 Zeilen</numerusform>
            <numerusform>%n Tabellen gewählt, etwa %1 Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Columns and rows…</source>
        <translation>&amp;Spalten und Zeilen…</translation>
    </message>
</context>
<context>
    <name>tidemark::TableVerifier</name>
    <message>
        <source>There is no manifest, so nothing tells which files are the table. The next sync takes over the files of the older tool, or loads the table whole.</source>
        <translation>Es gibt kein Manifest, darum sagt nichts, welche Dateien die Tabelle sind. Der nächste Abgleich übernimmt die Dateien des älteren Werkzeugs oder lädt die Tabelle ganz.</translation>
    </message>
    <message>
        <source>kept for an undo of the watermark until the next sync</source>
        <translation>bis zum nächsten Abgleich behalten, um die Änderung der Watermark rückgängig machen zu können</translation>
    </message>
    <message>
        <source>left by a run that was interrupted; the next sync removes it</source>
        <translation>von einem unterbrochenen Lauf übrig; der nächste Abgleich entfernt sie</translation>
    </message>
    <message>
        <source>not part of the table: no manifest names it</source>
        <translation>gehört nicht zur Tabelle: kein Manifest nennt sie</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>sie ist nicht da</translation>
    </message>
    <message>
        <source>it has %1 bytes instead of %2</source>
        <translation>sie hat %1 Bytes statt %2</translation>
    </message>
    <message>
        <source>its content is not what was written: the SHA-256 differs</source>
        <translation>ihr Inhalt ist nicht, was geschrieben wurde: die SHA-256-Summe weicht ab</translation>
    </message>
    <message>
        <source>it holds %1 rows instead of %2</source>
        <translation>sie enthält %1 Zeilen statt %2</translation>
    </message>
    <message>
        <source>a sync replaced it meanwhile</source>
        <translation>ein Abgleich hat sie inzwischen ersetzt</translation>
    </message>
</context>
<context>
    <name>tidemark::TablesReader</name>
    <message>
        <source>the table %1 is named twice, first at %2.</source>
        <translation>die Tabelle %1 ist zweimal genannt, zuerst bei %2.</translation>
    </message>
    <message>
        <source>a list with at least one table</source>
        <translation>eine Liste mit mindestens einer Tabelle</translation>
    </message>
    <message>
        <source>a map with the keys database and table, or &quot;database.schema.table&quot;</source>
        <translation>eine Zuordnung mit den Schlüsseln database und table oder „datenbank.schema.tabelle“</translation>
    </message>
    <message>
        <source>this is not a name: %1.</source>
        <translation>dies ist kein Name: %1.</translation>
    </message>
    <message>
        <source>this is not the name of a table: %1.</source>
        <translation>dies ist kein Tabellenname: %1.</translation>
    </message>
    <message>
        <source>it names the database %1, but the key &quot;database&quot; says %2.</source>
        <translation>es nennt die Datenbank %1, aber der Schlüssel „database“ sagt %2.</translation>
    </message>
    <message>
        <source>no database is named; expected database.schema.table or a key &quot;database&quot;.</source>
        <translation>es ist keine Datenbank genannt; erwartet wird datenbank.schema.tabelle oder ein Schlüssel „database“.</translation>
    </message>
    <message>
        <source>is missing; expected the name of a table, as in dbo.orders.</source>
        <translation>fehlt; erwartet wird ein Tabellenname wie dbo.orders.</translation>
    </message>
    <message>
        <source>a filter works with the mode full only: with changes it would hide deleted rows. Set &quot;mode&quot;: &quot;full&quot; or take the filter away.</source>
        <translation>ein Filter geht nur mit dem Modus full: bei Änderungen würde er gelöschte Zeilen verbergen. Setzen Sie &quot;mode&quot;: &quot;full&quot;, oder nehmen Sie den Filter weg.</translation>
    </message>
    <message>
        <source>null is nothing in JSON and YAML; put the mark in quotes, as in &quot;NULL&quot;.</source>
        <translation>null ist in JSON und YAML nichts; setzen Sie die Marke in Anführungszeichen, wie in &quot;NULL&quot;.</translation>
    </message>
    <message>
        <source>a map with at least one database</source>
        <translation>eine Zuordnung mit mindestens einer Datenbank</translation>
    </message>
    <message>
        <source>a map with at least one schema</source>
        <translation>eine Zuordnung mit mindestens einem Schema</translation>
    </message>
    <message>
        <source>a map with the key tables</source>
        <translation>eine Zuordnung mit dem Schlüssel tables</translation>
    </message>
    <message>
        <source>expected the key tables in it.</source>
        <translation>erwartet wird darin der Schlüssel tables.</translation>
    </message>
    <message>
        <source>a list or map with at least one table</source>
        <translation>eine Liste oder Zuordnung mit mindestens einer Tabelle</translation>
    </message>
    <message>
        <source>a list with at least one name or pattern</source>
        <translation>eine Liste mit mindestens einem Namen oder Muster</translation>
    </message>
</context>
<context>
    <name>tidemark::TakeOver</name>
    <message>
        <source>its history has a gap before version %1</source>
        <translation>ihre Geschichte hat eine Lücke vor Version %1</translation>
    </message>
    <message>
        <source>its history does not lead to the watermark %1</source>
        <translation>ihre Geschichte führt nicht zur Watermark %1</translation>
    </message>
    <message>
        <source>the file %1 is not in %2</source>
        <translation>die Datei %1 ist nicht in %2</translation>
    </message>
    <message>
        <source>the file %1 is not what the older tool writes (%2)</source>
        <translation>die Datei %1 ist nicht, was das ältere Werkzeug schreibt (%2)</translation>
    </message>
    <message>
        <source>its files of version %1 hold %2 rows instead of %3</source>
        <translation>ihre Dateien der Version %1 enthalten %2 Zeilen statt %3</translation>
    </message>
    <message>
        <source>its header does not begin with the columns of change tracking</source>
        <translation>ihre Kopfzeile beginnt nicht mit den Spalten der Änderungsnachverfolgung</translation>
    </message>
    <message>
        <source>line %1 has %2 fields</source>
        <translation>Zeile %1 hat %2 Felder</translation>
    </message>
</context>
<context>
    <name>tidemark::TimeAdvice</name>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>formatting</source>
        <translation>Formatieren</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Most of the time went by before the server sent rows. Try a quieter hour, or fewer workers.</source>
        <translation>Die meiste Zeit verging, bevor der Server Zeilen sandte. Versuchen Sie es zu einer ruhigeren Stunde oder mit weniger Tabellen zugleich (workers).</translation>
    </message>
    <message>
        <source>Most of the time went into the network and the driver. Try more workers, leaving out wide columns, or running nearer to the server.</source>
        <translation>Die meiste Zeit verging in Netz und Treiber. Nehmen Sie mehr Tabellen zugleich (workers), lassen Sie breite Spalten weg, oder lassen Sie Tidemark näher am Server laufen.</translation>
    </message>
    <message>
        <source>Most of the time went into turning rows into text. Try more workers, one for each processor.</source>
        <translation>Die meiste Zeit verging damit, Zeilen in Text zu verwandeln. Nehmen Sie mehr Tabellen zugleich (workers), eine je Prozessor.</translation>
    </message>
    <message>
        <source>Most of the time went into compressing and writing files. Try a faster disk, or zstd instead of gzip.</source>
        <translation>Die meiste Zeit verging beim Komprimieren und Schreiben der Dateien. Versuchen Sie es mit einem schnelleren Datenträger oder mit zstd statt gzip.</translation>
    </message>
</context>
<context>
    <name>tidemark::TrackedTables</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>The user %1 sees no tracked table in %2. Either none is tracked, or a right to read is missing.</source>
        <translation>Der Benutzer %1 sieht in %2 keine verfolgte Tabelle. Entweder wird keine verfolgt, oder es fehlt ein Leserecht.</translation>
    </message>
    <message numerus="yes">
        <source>%n tracked table(s) can be read with their changes.</source>
        <translation>
            <numerusform>%n verfolgte Tabelle kann mit ihren Änderungen gelesen werden.</numerusform>
            <numerusform>%n verfolgte Tabellen können mit ihren Änderungen gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The user %1 may not read %2 of %3 tracked tables, or not their changes (VIEW CHANGE TRACKING): %4.</source>
        <translation>Der Benutzer %1 darf %2 von %3 verfolgten Tabellen nicht lesen oder nicht ihre Änderungen (VIEW CHANGE TRACKING): %4.</translation>
    </message>
    <message>
        <source>change tracking</source>
        <translation>Änderungsnachverfolgung</translation>
    </message>
    <message numerus="yes">
        <source>Change tracking is on in %n database(s): %1.</source>
        <translation>
            <numerusform>Die Änderungsnachverfolgung ist in %n Datenbank an: %1.</numerusform>
            <numerusform>Die Änderungsnachverfolgung ist in %n Datenbanken an: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change tracking is on in no database that this login may open: tables can only be loaded whole.</source>
        <translation>Die Änderungsnachverfolgung ist in keiner Datenbank an, die diese Anmeldung öffnen darf: Tabellen können nur ganz geladen werden.</translation>
    </message>
    <message>
        <source>Ask the database&apos;s administrator to switch change tracking on, or name another database.</source>
        <translation>Bitten Sie den Administrator der Datenbank, die Änderungsnachverfolgung einzuschalten, oder nennen Sie eine andere Datenbank.</translation>
    </message>
</context>
<context>
    <name>tidemark::TypeMapText</name>
    <message>
        <source>Column %1 has the type %2, which Tidemark cannot read without loss. Leave the column out: name the table&apos;s other columns in the job.</source>
        <translation>Spalte %1 hat den Typ %2, den Tidemark nicht ohne Verlust lesen kann. Lassen Sie die Spalte weg: nennen Sie im Auftrag die anderen Spalten der Tabelle.</translation>
    </message>
</context>
<context>
    <name>tidemark::UndoRecord</name>
    <message>
        <source>it does not say what the watermark was</source>
        <translation>sie sagt nicht, was die Watermark war</translation>
    </message>
</context>
<context>
    <name>tidemark::WatermarkDialog</name>
    <message>
        <source>Reading the watermark.</source>
        <translation>Die Watermark wird gelesen.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1, whole load of %2</source>
        <translation>%1, ganz geladen am %2</translation>
    </message>
    <message>
        <source>%1, changes of %2</source>
        <translation>%1, Änderungen vom %2</translation>
    </message>
    <message>
        <source>no earlier set of files</source>
        <translation>kein früherer Dateisatz</translation>
    </message>
    <message>
        <source>Changed by hand on %1. Until the next sync, Undo brings version %2 back.</source>
        <translation>Am %1 von Hand geändert. Bis zum nächsten Abgleich bringt „Rückgängig“ Version %2 zurück.</translation>
    </message>
    <message>
        <source>This table has no watermark, so the next sync loads it whole.</source>
        <translation>Diese Tabelle hat keine Watermark, darum lädt der nächste Abgleich sie ganz.</translation>
    </message>
</context>
<context>
    <name>tidemark::WatermarkEditor</name>
    <message>
        <source>There is no watermark of this table below %1. Check the watermark folder.</source>
        <translation>Unter %1 gibt es keine Watermark dieser Tabelle. Prüfen Sie den Ordner für die Watermarks.</translation>
    </message>
    <message>
        <source>The watermark of this table was removed already; the next sync loads it whole. An undo brings the watermark back.</source>
        <translation>Die Watermark dieser Tabelle wurde schon entfernt; der nächste Abgleich lädt die Tabelle ganz. Rückgängigmachen bringt die Watermark zurück.</translation>
    </message>
    <message>
        <source>The watermark stands at version %1 and can only be set to an earlier one; setting it forward would lose the changes between.</source>
        <translation>Die Watermark steht bei Version %1 und kann nur auf eine frühere gestellt werden; beim Vorstellen gingen die Änderungen dazwischen verloren.</translation>
    </message>
    <message>
        <source>The watermark and the manifest in %1 do not belong together, so it is not known where file sets end. The next sync loads the table whole; or name the output folder of this table.</source>
        <translation>Die Watermark und das Manifest in %1 gehören nicht zusammen, darum ist nicht bekannt, wo Dateisätze enden. Der nächste Abgleich lädt die Tabelle ganz; oder nennen Sie den Ausgabeordner dieser Tabelle.</translation>
    </message>
    <message>
        <source>There is no earlier version to set the watermark to: the files hold one load only. A reset makes the next sync load the table whole.</source>
        <translation>Es gibt keine frühere Version, auf die die Watermark gestellt werden könnte: die Dateien enthalten nur einen Ladevorgang. Wird die Watermark entfernt, lädt der nächste Abgleich die Tabelle ganz.</translation>
    </message>
    <message>
        <source>The watermark can be set to a version at which a set of files ends: %1. Version %2 is none of them, and files cannot be cut in the middle.</source>
        <translation>Die Watermark kann auf eine Version gestellt werden, bei der ein Dateisatz endet: %1. Version %2 gehört nicht dazu, und Dateien können nicht in der Mitte geteilt werden.</translation>
    </message>
    <message>
        <source>Set back by hand from version %1.</source>
        <translation>Von Hand zurückgestellt von Version %1.</translation>
    </message>
    <message>
        <source>There is nothing to undo: the watermark was not changed by hand since the last sync.</source>
        <translation>Es gibt nichts rückgängig zu machen: die Watermark wurde seit dem letzten Abgleich nicht von Hand geändert.</translation>
    </message>
    <message>
        <source>The change cannot be undone, since the file %1 is missing or not what it was. Restore it, or let the next sync bring its rows again.</source>
        <translation>Die Änderung kann nicht rückgängig gemacht werden, weil die Datei %1 fehlt oder nicht mehr ist, was sie war. Stellen Sie sie wieder her, oder lassen Sie den nächsten Abgleich ihre Zeilen noch einmal bringen.</translation>
    </message>
    <message>
        <source>The change may be half done; whoever reads the folder next finishes it.</source>
        <translation>Die Änderung ist vielleicht nur halb getan; wer den Ordner als Nächstes liest, bringt sie zu Ende.</translation>
    </message>
</context>
<context>
    <name>tidemark::WatermarkFile</name>
    <message>
        <source>the version of %1 must be a whole number, 0 or above</source>
        <translation>die Version von %1 muss eine ganze Zahl sein, 0 oder größer</translation>
    </message>
</context>
<context>
    <name>tidemark::WindowFiles</name>
    <message>
        <source>The folder for the practice data cannot be made. Check the rights of its parent.</source>
        <translation>Der Ordner für die Übungsdaten kann nicht angelegt werden. Prüfen Sie die Rechte des übergeordneten Ordners.</translation>
    </message>
    <message>
        <source>Another window of Tidemark uses the practice data. Close it, or practise there.</source>
        <translation>Ein anderes Fenster von Tidemark benutzt die Übungsdaten. Schließen Sie es, oder üben Sie dort.</translation>
    </message>
    <message>
        <source>The file cannot be replaced. Check its rights and those of its folder.</source>
        <translation>Die Datei kann nicht ersetzt werden. Prüfen Sie ihre Rechte und die ihres Ordners.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1. Check the folder and its rights.</source>
        <translation>Die Datei kann nicht geschrieben werden: %1. Prüfen Sie den Ordner und seine Rechte.</translation>
    </message>
</context>
<context>
    <name>tidemark::WindowMemory</name>
    <message>
        <source>What the window remembered cannot be read. The file was set aside as %1.</source>
        <translation>Was sich das Fenster gemerkt hatte, kann nicht gelesen werden. Die Datei wurde als %1 beiseitegelegt.</translation>
    </message>
</context>
<context>
    <name>tidemark::YamlReader</name>
    <message>
        <source>Line %1, column %2: %3.</source>
        <translation>Zeile %1, Spalte %2: %3.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file holds several documents, divided by ---. One is expected.</source>
        <translation>Die Datei enthält mehrere Dokumente, getrennt durch ---. Eines wird erwartet.</translation>
    </message>
    <message>
        <source>this is not YAML (%1)</source>
        <translation>dies ist kein YAML (%1)</translation>
    </message>
    <message>
        <source>The file is not YAML that can be read</source>
        <translation>Die Datei ist kein YAML, das gelesen werden kann</translation>
    </message>
    <message>
        <source>lists, maps or aliases are nested too deeply</source>
        <translation>Listen, Zuordnungen oder Aliasse sind zu tief verschachtelt</translation>
    </message>
    <message>
        <source>a key must be a text</source>
        <translation>ein Schlüssel muss ein Text sein</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; stands twice in one map, first on line %2</source>
        <translation>der Schlüssel „%1“ steht zweimal in einer Zuordnung, zuerst in Zeile %2</translation>
    </message>
    <message>
        <source>&lt;&lt; needs the alias of a map</source>
        <translation>&lt;&lt; braucht den Alias einer Zuordnung</translation>
    </message>
</context>
</TS>
