#pragma once

#include <QObject>

class QHeaderView;

namespace tidemark {

/// Gives a column of a list what the others leave, but never less than it needs to be read: then the list
/// scrolls. Qt's own stretching squeezes it to nothing. Belongs to the header.
class RoomyColumn : public QObject {
    Q_OBJECT

public:
    RoomyColumn(QHeaderView *header, int section, int minimum);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QHeaderView *m_header;
    int m_section;
    int m_minimum;
};

} // namespace tidemark
