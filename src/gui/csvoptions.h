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

Q_SIGNALS:
    /// A person has changed something.
    void edited();

private:
    void fillBoxes();
    void takePreset(int index);
    void showPreset();
    void connectEdits();
    void takeCharacter(QComboBox *box, QChar CsvDialect::*member);
    void takeEdits();

    std::unique_ptr<Ui::CsvOptions> m_ui;
    const QList<DialectPreset> m_presets; // in the box behind "Custom"
    CsvDialect m_dialect;
    FileOptions m_files;
    bool m_showing = false; // what changes now is not a person's edit
};

} // namespace tidemark
