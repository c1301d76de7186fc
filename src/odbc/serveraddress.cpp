#include "serveraddress.h"

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int defaultPort = 1433;

} // namespace

ServerAddress parseServerAddress(const QString &server, std::optional<int> port)
{
    ServerAddress address;
    QString rest = server.trimmed();
    if (rest.startsWith(u"tcp:", Qt::CaseInsensitive))
        rest = rest.mid(4);
    const qsizetype comma = rest.lastIndexOf(u',');
    bool isNumber = false;
    const int written = comma < 0 ? 0 : rest.mid(comma + 1).trimmed().toInt(&isNumber);
    if (isNumber) {
        address.port = written;
        rest = rest.left(comma);
    }
    if (port)
        address.port = port;
    const qsizetype backslash = rest.indexOf(u'\\');
    if (backslash >= 0) {
        address.instance = rest.mid(backslash + 1).trimmed();
        rest = rest.left(backslash);
    }
    address.host = rest.trimmed();
    if (address.host == u"." || address.host.compare(u"(local)", Qt::CaseInsensitive) == 0)
        address.host = u"localhost"_s;
    if (!address.port && address.instance.isEmpty())
        address.port = defaultPort;
    return address;
}

} // namespace tidemark
