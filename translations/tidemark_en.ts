<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>tidemark::ReadinessText</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
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
    <name>tidemark::TableTreePane</name>
    <message numerus="yes">
        <source>%n table(s) chosen, about %1 rows</source>
        <translation>
            <numerusform>%n table chosen, about %1 rows</numerusform>
            <numerusform>%n tables chosen, about %1 rows</numerusform>
        </translation>
    </message>
</context>
</TS>
