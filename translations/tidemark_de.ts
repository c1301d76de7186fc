<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
        <source>Connect to a server, or try everything with made-up data first.</source>
        <translation>Verbinden Sie sich mit einem Server, oder probieren Sie alles erst mit erfundenen Daten aus.</translation>
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
        <source>Pr&amp;ofile</source>
        <translation>Pr&amp;ofil</translation>
    </message>
    <message>
        <source>Saved connections; their passwords rest in the keychain</source>
        <translation>Gespeicherte Verbindungen; ihre Passwörter liegen im Schlüsselbund</translation>
    </message>
    <message>
        <source>M&amp;anage</source>
        <translation>Ver&amp;walten</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>host, host,port or host\instance</source>
        <translation>Host, Host,Port oder Host\Instanz</translation>
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
        <source>&amp;Driver</source>
        <translation>&amp;Treiber</translation>
    </message>
    <message>
        <source>The ODBC driver that talks to the server</source>
        <translation>Der ODBC-Treiber, der mit dem Server spricht</translation>
    </message>
    <message>
        <source>&amp;Encryption</source>
        <translation>&amp;Verschlüsselung</translation>
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
        <source>&amp;Keep the password</source>
        <translation>Passwort &amp;merken</translation>
    </message>
    <message>
        <source>In the keychain of the system; where there is none, until Tidemark is closed</source>
        <translation>Im Schlüsselbund des Systems; wo es keinen gibt, bis Tidemark geschlossen wird</translation>
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
        <source>Save or remove the profile</source>
        <translation>Das Profil speichern oder entfernen</translation>
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
        <source>Details and log</source>
        <translation>Einzelheiten und Protokoll</translation>
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
        <source>The run was cancelled before this table was published; its files and watermark are as before.</source>
        <translation>Der Lauf wurde abgebrochen, bevor diese Tabelle veröffentlicht war; ihre Dateien und ihre Watermark sind wie vorher.</translation>
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
</context>
<context>
    <name>tidemark::ConnectionController</name>
    <message>
        <source>The profile %1 is saved.</source>
        <translation>Das Profil %1 ist gespeichert.</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>Profil speichern</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Name des Profils</translation>
    </message>
    <message>
        <source>There is a profile %1 already.</source>
        <translation>Es gibt schon ein Profil %1.</translation>
    </message>
    <message>
        <source>&amp;Replace it</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Behalten</translation>
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
</context>
<context>
    <name>tidemark::ConnectionPane</name>
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
        <source>Best installed</source>
        <translation>Der beste installierte</translation>
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
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>(not saved)</source>
        <translation>(nicht gespeichert)</translation>
    </message>
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
        <source>After the comma stands a port from 1 to 65535.</source>
        <translation>Nach dem Komma steht ein Port von 1 bis 65535.</translation>
    </message>
    <message>
        <source>Wait until the server has answered.</source>
        <translation>Warten Sie, bis der Server geantwortet hat.</translation>
    </message>
    <message>
        <source>Name a server first.</source>
        <translation>Nennen Sie zuerst einen Server.</translation>
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
        <source>%1 is not a keyword of a connection string.</source>
        <translation>%1 ist kein Schlüsselwort einer Verbindungszeichenfolge.</translation>
    </message>
    <message>
        <source>The keyword %1 cannot be given as an extra one: Tidemark sets it itself, or it would spoil what is read.</source>
        <translation>Das Schlüsselwort %1 kann nicht zusätzlich angegeben werden: Tidemark setzt es selbst, oder es würde verderben, was gelesen wird.</translation>
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
        <source>authentication</source>
        <translation>Authentifizierung</translation>
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
        <source>FreeTDS knows logins with user and password only. Use Microsoft&apos;s driver for the authentication %1.</source>
        <translation>FreeTDS kennt nur Anmeldungen mit Benutzer und Passwort. Benutzen Sie für die Authentifizierung %1 Microsofts Treiber.</translation>
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
    <name>tidemark::Diagnostics</name>
    <message>
        <source>The driver says: %1</source>
        <translation>Der Treiber sagt: %1</translation>
    </message>
    <message>
        <source>The ODBC driver cannot be loaded. Install it with the libraries that it needs, or choose another one.</source>
        <translation>Der ODBC-Treiber kann nicht geladen werden. Installieren Sie ihn mit den Bibliotheken, die er braucht, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>No encrypted connection to %1 came about. Check the encryption setting, the server&apos;s certificate, its name and the CA file.</source>
        <translation>Es kam keine verschlüsselte Verbindung zu %1 zustande. Prüfen Sie die Einstellung der Verschlüsselung, das Zertifikat des Servers, seinen Namen und die CA-Datei.</translation>
    </message>
    <message>
        <source>The name of the server %1 has no address. Check its spelling, and the network or VPN.</source>
        <translation>Der Name des Servers %1 hat keine Adresse. Prüfen Sie die Schreibweise und das Netz oder VPN.</translation>
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
        <source>The server %1 cannot be reached. Check name and port, that it runs and listens on TCP, and the firewalls between.</source>
        <translation>Der Server %1 ist nicht erreichbar. Prüfen Sie Name und Port, ob er läuft und auf TCP horcht, und die Firewalls dazwischen.</translation>
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
        <source>The connection to the server broke off. Try again when the server can be reached.</source>
        <translation>Die Verbindung zum Server ist abgerissen. Versuchen Sie es wieder, wenn der Server erreichbar ist.</translation>
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
    <name>tidemark::FaultCall</name>
    <message>
        <source>A fault is written as kind=close row=100 statement=[orders], a value with blanks in double quotes; &quot;%1&quot; is not.</source>
        <translation>Ein Fehler wird als kind=close row=100 statement=[orders] geschrieben, ein Wert mit Leerzeichen in doppelten Anführungszeichen; &quot;%1&quot; ist keiner.</translation>
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
        <source>Finished the take-over of older files, which had been interrupted.</source>
        <translation>Die unterbrochene Übernahme älterer Dateien ist zu Ende gebracht.</translation>
    </message>
    <message>
        <source>Finished the publication of run %1, which had been interrupted.</source>
        <translation>Die unterbrochene Veröffentlichung des Laufs %1 ist zu Ende gebracht.</translation>
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
        <source>The lock file %1 cannot be made: this user may not write there. Give this user the right to write, or choose another watermark folder.</source>
        <translation>Die Sperrdatei %1 kann nicht angelegt werden: dieser Benutzer darf dort nicht schreiben. Geben Sie ihm das Schreibrecht, oder wählen Sie einen anderen Ordner für die Watermarks.</translation>
    </message>
    <message>
        <source>The lock file %1 cannot be made. Check the disk and the folder, then run again.</source>
        <translation>Die Sperrdatei %1 kann nicht angelegt werden. Prüfen Sie Datenträger und Ordner, und lassen Sie es dann noch einmal laufen.</translation>
    </message>
    <message>
        <source>The table is locked by another run. If none is running, remove %1.</source>
        <translation>Die Tabelle ist von einem anderen Lauf gesperrt. Wenn keiner läuft, entfernen Sie %1.</translation>
    </message>
    <message>
        <source>The table is locked by %1 on %2 (%3). Wait until that run ends; if it does not run any more, remove %4.</source>
        <translation>Die Tabelle ist von %1 auf %2 gesperrt (%3). Warten Sie, bis jener Lauf endet; wenn er nicht mehr läuft, entfernen Sie %4.</translation>
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
    <name>tidemark::JobCheck</name>
    <message>
        <source>database %1</source>
        <translation>Datenbank %1</translation>
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
        <source>No table of the job fits &quot;%1&quot;. A filter is written schema.table or database.schema.table, with * and ?.</source>
        <translation>Keine Tabelle des Auftrags passt auf „%1“. Ein Filter wird schema.tabelle oder datenbank.schema.tabelle geschrieben, mit * und ?.</translation>
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
        <source>Change tracking is off for the database %1. Have an administrator run: ALTER DATABASE %2 SET CHANGE_TRACKING = ON (CHANGE_RETENTION = 7 DAYS, AUTO_CLEANUP = ON); or use mode full.</source>
        <translation>Die Änderungsnachverfolgung ist für die Datenbank %1 aus. Lassen Sie einen Administrator ausführen: ALTER DATABASE %2 SET CHANGE_TRACKING = ON (CHANGE_RETENTION = 7 DAYS, AUTO_CLEANUP = ON); oder benutzen Sie den Modus full.</translation>
    </message>
    <message>
        <source>The table has no primary key, so its changes cannot be tracked. Use mode full, or give it a primary key and enable change tracking.</source>
        <translation>Die Tabelle hat keinen Primärschlüssel, darum können ihre Änderungen nicht verfolgt werden. Benutzen Sie den Modus full, oder geben Sie ihr einen Primärschlüssel und schalten Sie die Änderungsnachverfolgung ein.</translation>
    </message>
    <message>
        <source>Change tracking is off for this table. Have its owner run: ALTER TABLE %1 ENABLE CHANGE_TRACKING; or use mode full.</source>
        <translation>Die Änderungsnachverfolgung ist für diese Tabelle aus. Lassen Sie ihren Besitzer ausführen: ALTER TABLE %1 ENABLE CHANGE_TRACKING; oder benutzen Sie den Modus full.</translation>
    </message>
    <message>
        <source>This login may not see the table&apos;s changes. Have an administrator run: GRANT VIEW CHANGE TRACKING ON %1 TO the user of this login;</source>
        <translation>Diese Anmeldung darf die Änderungen der Tabelle nicht sehen. Lassen Sie einen Administrator ausführen: GRANT VIEW CHANGE TRACKING ON %1 TO den Benutzer dieser Anmeldung;</translation>
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
        <source>Mode incremental needs a watermark, and this table has none. Run it once with mode full or full_incremental.</source>
        <translation>Der Modus incremental braucht eine Watermark, und diese Tabelle hat keine. Lassen Sie sie einmal mit dem Modus full oder full_incremental laufen.</translation>
    </message>
    <message>
        <source>Loaded again: %1.</source>
        <translation>Neu geladen: %1.</translation>
    </message>
    <message>
        <source>The changes since the last sync cannot be had: %1. Run the table once with mode full, or set policies.on_expired to reload.</source>
        <translation>Die Änderungen seit dem letzten Abgleich sind nicht zu bekommen: %1. Lassen Sie die Tabelle einmal mit dem Modus full laufen, oder setzen Sie policies.on_expired auf reload.</translation>
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
        <source>The columns changed since the last sync (%1). Run the table once with mode full, or set policies.on_schema_change to reload or continue.</source>
        <translation>Die Spalten haben sich seit dem letzten Abgleich geändert (%1). Lassen Sie die Tabelle einmal mit dem Modus full laufen, oder setzen Sie policies.on_schema_change auf reload oder continue.</translation>
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
</context>
<context>
    <name>tidemark::PracticeService</name>
    <message>
        <source>The script cannot be read: %1.</source>
        <translation>Das Skript kann nicht gelesen werden: %1.</translation>
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
        <source>A profile needs a name, and not one of such length.</source>
        <translation>Ein Profil braucht einen Namen, und keinen von solcher Länge.</translation>
    </message>
    <message>
        <source>The folder for connection profiles cannot be made. Check its parents.</source>
        <translation>Der Ordner für Verbindungsprofile kann nicht angelegt werden. Prüfen Sie die übergeordneten Ordner.</translation>
    </message>
    <message>
        <source>The profile cannot be removed (%1).</source>
        <translation>Das Profil kann nicht entfernt werden (%1).</translation>
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
        <source>primary</source>
        <translation>Primärserver</translation>
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
        <source>change tracking of %1</source>
        <translation>Änderungsnachverfolgung von %1</translation>
    </message>
    <message>
        <source>Change tracking is on, at version %1.</source>
        <translation>Die Änderungsnachverfolgung ist an, bei Version %1.</translation>
    </message>
    <message>
        <source>Change tracking is off for the database %1: only the mode full works.</source>
        <translation>Die Änderungsnachverfolgung ist für die Datenbank %1 aus: nur der Modus full geht.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>retention of %1</source>
        <translation>Aufbewahrung von %1</translation>
    </message>
    <message>
        <source>This login may not see how long changes are kept. The default is 2 days.</source>
        <translation>Diese Anmeldung darf nicht sehen, wie lange Änderungen aufbewahrt werden. Üblich sind 2 Tage.</translation>
    </message>
    <message>
        <source>Changes are kept for %1. A table that is not synced within that time is loaded whole again.</source>
        <translation>Änderungen werden so lange aufbewahrt: %1. Eine Tabelle, die in dieser Zeit nicht abgeglichen wird, wird wieder ganz geladen.</translation>
    </message>
    <message>
        <source>auto-cleanup of %1</source>
        <translation>automatische Bereinigung von %1</translation>
    </message>
    <message>
        <source>Auto-cleanup is off: the history of changes grows without end and slows every read.</source>
        <translation>Die automatische Bereinigung ist aus: die Geschichte der Änderungen wächst ohne Ende und bremst jedes Lesen.</translation>
    </message>
    <message>
        <source>snapshot isolation of %1</source>
        <translation>Momentaufnahmen von %1</translation>
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
        <source>The connection is not encrypted: everything can be read on the way.</source>
        <translation>Die Verbindung ist nicht verschlüsselt: alles kann unterwegs gelesen werden.</translation>
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
        <source>The connection is encrypted, but the server&apos;s certificate is not verified: who answers could be someone else.</source>
        <translation>Die Verbindung ist verschlüsselt, aber das Zertifikat des Servers ist nicht geprüft: es könnte jemand anderes antworten.</translation>
    </message>
    <message>
        <source>Do not trust the server certificate blindly; name the CA file of the server.</source>
        <translation>Vertrauen Sie dem Zertifikat des Servers nicht blind; nennen Sie die CA-Datei des Servers.</translation>
    </message>
    <message>
        <source>The connection is encrypted, and the server&apos;s certificate is verified.</source>
        <translation>Die Verbindung ist verschlüsselt, und das Zertifikat des Servers ist geprüft.</translation>
    </message>
    <message>
        <source>The table has no primary key, so it cannot be tracked: only the mode full works.</source>
        <translation>Die Tabelle hat keinen Primärschlüssel und kann nicht verfolgt werden: nur der Modus full geht.</translation>
    </message>
    <message>
        <source>Change tracking is off for the table: only the mode full works.</source>
        <translation>Die Änderungsnachverfolgung ist für die Tabelle aus: nur der Modus full geht.</translation>
    </message>
    <message>
        <source>The table&apos;s minimum valid version cannot be seen, so changes cannot be checked for completeness.</source>
        <translation>Die kleinste gültige Version der Tabelle ist nicht zu sehen, darum lassen sich Änderungen nicht auf Vollständigkeit prüfen.</translation>
    </message>
    <message>
        <source>Tracked, key %1, about %2 rows.</source>
        <translation>Verfolgt, Schlüssel %1, etwa %2 Zeilen.</translation>
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
        <source>Running.</source>
        <translation>Läuft.</translation>
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
        <source>The job names this table twice. Keep one of the two entries.</source>
        <translation>Der Auftrag nennt diese Tabelle zweimal. Behalten Sie einen der beiden Einträge.</translation>
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
        <source>A right is missing in the database %1.</source>
        <translation>In der Datenbank %1 fehlt ein Recht.</translation>
    </message>
    <message>
        <source>The right %1 on %2 is missing. Someone who may grant it runs: %3</source>
        <translation>Das Recht %1 auf %2 fehlt. Wer es gewähren darf, führt aus: %3</translation>
    </message>
    <message>
        <source>Change tracking is off for a table of the database %1.</source>
        <translation>Die Änderungsnachverfolgung ist für eine Tabelle der Datenbank %1 aus.</translation>
    </message>
    <message>
        <source>Change tracking is off for %1. Someone who owns the table runs: ALTER TABLE %2 ENABLE CHANGE_TRACKING; or the table is synced with the mode full.</source>
        <translation>Die Änderungsnachverfolgung ist für %1 aus. Wem die Tabelle gehört, führt aus: ALTER TABLE %2 ENABLE CHANGE_TRACKING; oder die Tabelle wird mit dem Modus full abgeglichen.</translation>
    </message>
    <message>
        <source>This edition of SQL Server has no change tracking. Use the mode full.</source>
        <translation>Diese Edition von SQL Server hat keine Änderungsnachverfolgung. Benutzen Sie den Modus full.</translation>
    </message>
    <message>
        <source>%1 is not there, or this login may not see it. Check the name and the rights.</source>
        <translation>%1 ist nicht da, oder diese Anmeldung darf es nicht sehen. Prüfen Sie den Namen und die Rechte.</translation>
    </message>
    <message>
        <source>%1 is not a table of this database, and only tables can be tracked.</source>
        <translation>%1 ist keine Tabelle dieser Datenbank, und nur Tabellen können verfolgt werden.</translation>
    </message>
    <message>
        <source>Change tracking cannot be read on a secondary replica. Connect to the primary, and do not set ApplicationIntent=ReadOnly.</source>
        <translation>Auf einem sekundären Replikat kann die Änderungsnachverfolgung nicht gelesen werden. Verbinden Sie sich mit dem primären, und setzen Sie nicht ApplicationIntent=ReadOnly.</translation>
    </message>
    <message>
        <source>The database %1 does not allow snapshot isolation. An administrator runs: ALTER DATABASE %2 SET ALLOW_SNAPSHOT_ISOLATION ON; or the job sets the policy snapshot to never.</source>
        <translation>Die Datenbank %1 lässt keine Momentaufnahmen zu. Ein Administrator führt aus: ALTER DATABASE %2 SET ALLOW_SNAPSHOT_ISOLATION ON; oder der Auftrag setzt die Regel snapshot auf never.</translation>
    </message>
    <message>
        <source>%1 was altered while its snapshot was read.</source>
        <translation>%1 wurde geändert, während die Momentaufnahme gelesen wurde.</translation>
    </message>
    <message>
        <source>The server %1 refused the login. Check user, password, authentication and whether the login is enabled.</source>
        <translation>Der Server %1 hat die Anmeldung abgelehnt. Prüfen Sie Benutzer, Passwort, Authentifizierung und ob die Anmeldung freigegeben ist.</translation>
    </message>
    <message>
        <source>The login is locked out. An administrator unlocks it.</source>
        <translation>Die Anmeldung ist gesperrt. Ein Administrator entsperrt sie.</translation>
    </message>
    <message>
        <source>The password has expired or must be changed first. Change it with another tool.</source>
        <translation>Das Passwort ist abgelaufen oder muss erst geändert werden. Ändern Sie es mit einem anderen Werkzeug.</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened. Check its name and that this login has a user in it.</source>
        <translation>Die Datenbank %1 kann nicht geöffnet werden. Prüfen Sie ihren Namen, und ob diese Anmeldung darin einen Benutzer hat.</translation>
    </message>
    <message>
        <source>This login has no user in the database %1. An administrator runs there: CREATE USER %2 FOR LOGIN %2;</source>
        <translation>Diese Anmeldung hat in der Datenbank %1 keinen Benutzer. Ein Administrator führt dort aus: CREATE USER %2 FOR LOGIN %2;</translation>
    </message>
    <message>
        <source>The firewall of %1 does not let this machine&apos;s address in. Add a firewall rule in the Azure portal.</source>
        <translation>Die Firewall von %1 lässt die Adresse dieses Rechners nicht herein. Ergänzen Sie im Azure-Portal eine Firewallregel.</translation>
    </message>
    <message>
        <source>The server&apos;s name did not reach Azure SQL. Write the user as user@server.</source>
        <translation>Der Name des Servers kam bei Azure SQL nicht an. Schreiben Sie den Benutzer als benutzer@server.</translation>
    </message>
    <message>
        <source>The database %1 is not available just now. A paused serverless database wakes up within minutes.</source>
        <translation>Die Datenbank %1 ist gerade nicht verfügbar. Eine angehaltene serverlose Datenbank erwacht binnen Minuten.</translation>
    </message>
    <message>
        <source>The service is busy.</source>
        <translation>Der Dienst ist ausgelastet.</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Der Server sagt: %1</translation>
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
        <source>database %1</source>
        <translation>Datenbank %1</translation>
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
    <name>tidemark::StepsView</name>
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
    <name>tidemark::SurveyText</name>
    <message>
        <source>There is no table %1.%2 in the database %3, or this login may not see it. Check the name, or ask for the right SELECT on it.</source>
        <translation>Es gibt keine Tabelle %1.%2 in der Datenbank %3, oder diese Anmeldung darf sie nicht sehen. Prüfen Sie den Namen, oder bitten Sie um das Recht SELECT darauf.</translation>
    </message>
    <message>
        <source>The name %1.%2 fits several tables of the database %3: %4. Write it exactly as one of them.</source>
        <translation>Der Name %1.%2 passt auf mehrere Tabellen der Datenbank %3: %4. Schreiben Sie ihn genau wie eine davon.</translation>
    </message>
    <message>
        <source>The right SELECT on %1 is missing. Someone who may grant it runs: %2</source>
        <translation>Das Recht SELECT auf %1 fehlt. Wer es gewähren darf, führt aus: %2</translation>
    </message>
    <message>
        <source>The right VIEW CHANGE TRACKING on %1 is missing. Someone who may grant it runs: %2</source>
        <translation>Das Recht VIEW CHANGE TRACKING auf %1 fehlt. Wer es gewähren darf, führt aus: %2</translation>
    </message>
    <message>
        <source>The server describes the database %1 in %2 rows instead of one.</source>
        <translation>Der Server beschreibt die Datenbank %1 in %2 Zeilen statt in einer.</translation>
    </message>
</context>
<context>
    <name>tidemark::Surveyor</name>
    <message>
        <source>The survey of the database answered for %1 of %2 tables.</source>
        <translation>Die Umfrage bei der Datenbank antwortete für %1 von %2 Tabellen.</translation>
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
        <source>The folder %1 holds files of %2, but this job syncs %3. Choose another output folder for this job, or move that folder away.</source>
        <translation>Der Ordner %1 enthält Dateien von %2, aber dieser Auftrag gleicht %3 ab. Wählen Sie für diesen Auftrag einen anderen Ausgabeordner, oder verschieben Sie jenen Ordner.</translation>
    </message>
    <message>
        <source>The watermarks in %1 belong to %2, but this job syncs %3. Choose another watermark folder for this job, or move that folder away.</source>
        <translation>Die Watermarks in %1 gehören zu %2, aber dieser Auftrag gleicht %3 ab. Wählen Sie für diesen Auftrag einen anderen Ordner für die Watermarks, oder verschieben Sie jenen Ordner.</translation>
    </message>
    <message>
        <source>The files in %1 are kept up to date with the watermarks in %2, but this job keeps its watermarks in %3. Use that watermark folder, choose another output folder, or move the folder with the files away.</source>
        <translation>Die Dateien in %1 werden mit den Watermarks in %2 aktuell gehalten, aber dieser Auftrag führt seine Watermarks in %3. Benutzen Sie jenen Ordner für die Watermarks, wählen Sie einen anderen Ausgabeordner, oder verschieben Sie den Ordner mit den Dateien.</translation>
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
    <name>tidemark::TypeMapText</name>
    <message>
        <source>Column %1 has the type %2, which Tidemark cannot read without loss. Leave the column out: name the table&apos;s other columns in the job.</source>
        <translation>Spalte %1 hat den Typ %2, den Tidemark nicht ohne Verlust lesen kann. Lassen Sie die Spalte weg: nennen Sie im Auftrag die anderen Spalten der Tabelle.</translation>
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
