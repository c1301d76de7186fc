#include "functiontable.h"

#include "sqloperators.h"

#include <QHash>

namespace tidemark::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

using Table = QHash<QString, FunctionEntry>;

const Table &functions()
{
    static const Table table = [] {
        Table all;
        for (const std::vector<FunctionEntry> &part :
            { textFunctions(), momentFunctions(), numberFunctions(), sessionFunctionEntries() }) {
            for (const FunctionEntry &entry : part)
                all.insert(entry.name, entry);
        }
        return all;
    }();
    return table;
}

} // namespace

const FunctionEntry *findFunction(const QString &name)
{
    const auto entry = functions().constFind(name);
    return entry == functions().cend() || name.startsWith(u"@@"_s) ? nullptr : &*entry;
}

const FunctionEntry *findSystemVariable(const QString &name)
{
    const auto entry = functions().constFind(name);
    return entry == functions().cend() || !name.startsWith(u"@@"_s) ? nullptr : &*entry;
}

const FunctionBody *findFunctionBody(const QString &name)
{
    const auto operation = operatorBodies().constFind(name);
    if (operation != operatorBodies().cend())
        return &*operation;
    const auto entry = functions().constFind(name);
    return entry == functions().cend() ? nullptr : &entry->body;
}

} // namespace tidemark::practice
