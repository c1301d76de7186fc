#include "setaside.h"

#include <QFile>

namespace tidemark {

using namespace Qt::Literals::StringLiterals;

QString setAside(const QString &path)
{
    for (int i = 1; i < 1000; ++i) {
        const QString target = path + u".broken"_s + (i == 1 ? QString() : QString::number(i));
        if (QFile::exists(target))
            continue;
        return QFile::rename(path, target) ? target : path;
    }
    return path;
}

} // namespace tidemark
