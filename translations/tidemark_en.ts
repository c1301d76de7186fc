<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tidemark::CheckModel</name>
    <message numerus="yes">
        <source>%n thing(s) to look at.</source>
        <translation>
            <numerusform>%n thing to look at.</numerusform>
            <numerusform>%n things to look at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::CheckPage</name>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n failed.</numerusform>
            <numerusform>%n failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s).</source>
        <translation>
            <numerusform>%n warning.</numerusform>
            <numerusform>%n warnings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::ConnectionFields</name>
    <message numerus="yes">
        <source>More settings, %n changed</source>
        <translation>
            <numerusform>More settings, %n changed</numerusform>
            <numerusform>More settings, %n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::HistoryPage</name>
    <message numerus="yes">
        <source>%1 of %n file(s) good.</source>
        <translation>
            <numerusform>%1 of %n file good.</numerusform>
            <numerusform>%1 of %n files good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::HistoryPlot</name>
    <message numerus="yes">
        <source>%n point(s).</source>
        <translation>
            <numerusform>%n point.</numerusform>
            <numerusform>%n points.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::HistoryReader</name>
    <message numerus="yes">
        <source>%n lines of %1 cannot be read and are left out.</source>
        <translation>
            <numerusform>%n line of %1 cannot be read and is left out.</numerusform>
            <numerusform>%n lines of %1 cannot be read and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::RunBar</name>
    <message numerus="yes">
        <source>S&amp;ync %n table(s)</source>
        <translation>
            <numerusform>S&amp;ync %n table</numerusform>
            <numerusform>S&amp;ync %n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::RunController</name>
    <message numerus="yes">
        <source>%n table(s), %1 rows, %2.</source>
        <translation>
            <numerusform>%n table, %1 rows, %2.</numerusform>
            <numerusform>%n tables, %1 rows, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <translation>
            <numerusform>%n failed.</numerusform>
            <numerusform>%n failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled.</source>
        <translation>
            <numerusform>%n cancelled.</numerusform>
            <numerusform>%n cancelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped.</source>
        <translation>
            <numerusform>%n skipped.</numerusform>
            <numerusform>%n skipped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::RunModel</name>
    <message numerus="yes">
        <source>Tried again %n time(s)</source>
        <translation>
            <numerusform>Tried again once</numerusform>
            <numerusform>Tried again %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::RunPage</name>
    <message numerus="yes">
        <source>%1 of %n table(s)</source>
        <translation>
            <numerusform>%1 of %n table</numerusform>
            <numerusform>%1 of %n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run %n table(s) again</source>
        <translation>
            <numerusform>Run %n table again</numerusform>
            <numerusform>Run %n tables again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::SettingReader</name>
    <message numerus="yes">
        <source>and %n further mistakes.</source>
        <translation>
            <numerusform>and %n further mistake.</numerusform>
            <numerusform>and %n further mistakes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::TableTreeModel</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::TableTreePane</name>
    <message numerus="yes">
        <source>%n table(s) chosen, about %1 rows</source>
        <translation>
            <numerusform>%n table chosen, about %1 rows</numerusform>
            <numerusform>%n tables chosen, about %1 rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tidemark::TrackedTables</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tracked table(s) can be read with their changes.</source>
        <translation>
            <numerusform>%n tracked table can be read with its changes.</numerusform>
            <numerusform>%n tracked tables can be read with their changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change tracking is on in %n database(s): %1.</source>
        <translation>
            <numerusform>Change tracking is on in %n database: %1.</numerusform>
            <numerusform>Change tracking is on in %n databases: %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
