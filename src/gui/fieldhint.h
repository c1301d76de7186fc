#pragma once

#include "livetext.h"

#include <QWidget>

class QLabel;

namespace tidemark {

class IconLabel;

/// A sentence under a field, with a mark that says whether it is a mistake or only to be known. Takes no room
/// while there is nothing to say. Screen readers get it with the field.
class FieldHint : public QWidget {
    Q_OBJECT

public:
    explicit FieldHint(QWidget *parent = nullptr);

    /// The field that the sentences are about.
    void setField(QWidget *field) { m_field = field; }

    void setMistake(const LiveText &text);
    void setNote(const LiveText &text);
    void clear() { setNote({}); }
    QString text() const;
    bool isMistake() const { return m_isMistake; }

    // As high as the text at the width there is; a form asks labels of several lines for too much.
    bool hasHeightForWidth() const override { return false; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void set(const LiveText &hint, bool isMistake);

    IconLabel *m_icon;
    QLabel *m_label;
    QWidget *m_field = nullptr;
    LiveText m_text;
    bool m_isMistake = false;
};

} // namespace tidemark
