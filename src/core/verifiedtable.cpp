#include "verifiedtable.h"

#include <algorithm>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

QString fileStateName(FileState state)
{
    switch (state) {
    case FileState::Good:
        return u"good"_s;
    case FileState::Missing:
        return u"missing"_s;
    case FileState::Damaged:
        return u"damaged"_s;
    case FileState::Replaced:
        return u"replaced"_s;
    case FileState::Unnamed:
        return u"unnamed"_s;
    case FileState::SetAside:
        return u"set-aside"_s;
    case FileState::Leftover:
        return u"leftover"_s;
    }
    return {};
}

bool isWrong(FileState state)
{
    return state == FileState::Missing || state == FileState::Damaged || state == FileState::Unnamed;
}

bool VerifiedTable::isGood() const
{
    return !error && std::none_of(files.cbegin(), files.cend(), [](const VerifiedFile &file) {
        return isWrong(file.state);
    });
}

} // namespace tidemark
