#include "tablereport.h"

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

QString tableStatusName(TableStatus status)
{
    switch (status) {
    case TableStatus::Done:
        return u"done"_s;
    case TableStatus::NothingNew:
        return u"nothing-new"_s;
    case TableStatus::Failed:
        return u"error"_s;
    case TableStatus::Cancelled:
        return u"cancelled"_s;
    case TableStatus::Skipped:
        break;
    }
    return u"skipped"_s;
}

} // namespace tidemark
