#pragma once

#include "dialectpreset.h"

#include <QList>
#include <QWidget>

#include <memory>

class QComboBox;

namespace Ui {
class CsvOptions;
}

namespace tidemark {

/// How values become text and rows become files. A character that is not one yet leaves the one before.
class CsvOptions : public QWidget {
    Q_OBJECT

public:
    explicit CsvOptions(QWidget *parent = nullptr);
    ~CsvOptions() override;

    const CsvDialect &dialect() const { return m_dialect; }
    const FileOptions &files() const { return m_files; }
    void setOptions(const CsvDialect &dialect, const FileOptions &files);

    /// With less room than its two columns take, all options stand below each other.
    void setRoom(int width);

Q_SIGNALS:
    /// A person has changed something.
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillBoxes();
    void nameChoices();
    void takePreset(int index);
    void showPreset();
    void connectEdits();
    void takeCharacter(QComboBox *box, QChar CsvDialect::*member);
    void takeEdits();
    void arrange();

    std::unique_ptr<Ui::CsvOptions> m_ui;
    QList<DialectPreset> m_presets; // in the box behind "Custom"
    CsvDialect m_dialect;
    FileOptions m_files;
    int m_wideWidth = 0;
    bool m_narrow = false;
    bool m_showing = false; // what changes now is not a person's edit
};

} // namespace tidemark
