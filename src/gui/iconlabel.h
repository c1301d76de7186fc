#pragma once

#include "livetext.h"

#include <QIcon>
#include <QWidget>

namespace tidemark {

/// Shows one small icon with a word for screen readers and as a tool tip. Follows the palette.
class IconLabel : public QWidget {
    Q_OBJECT

public:
    explicit IconLabel(QWidget *parent = nullptr);

    void setIcon(const QIcon &icon, const LiveText &word);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showWord();

    QIcon m_icon;
    LiveText m_word;
};

} // namespace tidemark
