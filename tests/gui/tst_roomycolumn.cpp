#include "roomycolumn.h"

#include <QHeaderView>
#include <QTest>
#include <QTreeWidget>

using namespace tidemark;

/// The column fills the list, and keeps its least width where there is no room.
class TestRoomyColumn : public QObject {
    Q_OBJECT

private slots:
    void init();
    void takesWhatTheOthersLeave();
    void keepsItsLeastWidth();
    void followsTheOthers();

private:
    int width(int section) const { return m_tree->header()->sectionSize(section); }

    std::unique_ptr<QTreeWidget> m_tree;
};

void TestRoomyColumn::init()
{
    m_tree = std::make_unique<QTreeWidget>();
    m_tree->setColumnCount(3);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->resizeSection(1, 100);
    m_tree->header()->resizeSection(2, 60);
    new RoomyColumn(m_tree->header(), 0, 150);
    m_tree->resize(600, 300);
    m_tree->show();
}

void TestRoomyColumn::takesWhatTheOthersLeave()
{
    QCOMPARE(width(0), m_tree->viewport()->width() - 160);
    m_tree->resize(800, 300);
    QTRY_COMPARE(width(0), m_tree->viewport()->width() - 160);
}

void TestRoomyColumn::keepsItsLeastWidth()
{
    m_tree->resize(200, 300);
    QTRY_COMPARE(width(0), 150);
    QCOMPARE(width(1), 100);
}

void TestRoomyColumn::followsTheOthers()
{
    m_tree->header()->resizeSection(1, 140);
    QCOMPARE(width(0), m_tree->viewport()->width() - 200);
    m_tree->header()->setSectionHidden(2, true);
    QCOMPARE(width(0), m_tree->viewport()->width() - 140);
}

QTEST_MAIN(TestRoomyColumn)
#include "tst_roomycolumn.moc"
