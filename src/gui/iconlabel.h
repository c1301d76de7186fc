#pragma once

#include <QIcon>
#include <QWidget>

namespace tidemark {

/// Shows one small icon with a word for screen readers and as a tool tip. Follows the palette.
class IconLabel : public QWidget {
    Q_OBJECT

public:
    explicit IconLabel(QWidget *parent = nullptr);

    void setIcon(const QIcon &icon, const QString &word);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
};

} // namespace tidemark
