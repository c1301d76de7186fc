#pragma once

#include "livetext.h"
#include "windowpage.h"

#include "rowsample.h"
#include "tablerequest.h"

#include <QList>

#include <memory>

namespace Ui {
class JobPage;
}

namespace tidemark {

/// How the tables are copied: folders, number of tables at a time, CSV options with what they make of real
/// rows, policies. It only shows and asks; MainWindow and JobPageController act on its signals.
class JobPage : public WindowPage {
    Q_OBJECT

public:
    explicit JobPage(QWidget *parent = nullptr);
    ~JobPage() override;

    QString outputDir() const;
    QString watermarkDir() const;
    int workers() const;
    void setFolders(const QString &outputDir, const QString &watermarkDir);
    void setWorkers(int workers);
    /// About the folder for the files.
    void setSpaceText(const LiveText &text);

    /// What a table without options of its own is: dialect, files and policies of a request.
    TableRequest options() const;
    void setOptions(const TableRequest &options);

    /// The tables whose rows may be looked at.
    void setTables(const QList<TableRef> &tables);
    /// Answers sampleRequested().
    void showSample(const RowSample &sample);
    void showSampleProblem(const LiveText &text);

Q_SIGNALS:
    void openFolderRequested();
    void chooseFolderRequested(bool output);
    /// A person has changed folders or workers.
    void edited();
    void foldersChanged();
    /// A person has changed dialect, files or policies.
    void optionsEdited();
    void sampleRequested(const tidemark::TableRef &table);
    /// No table's rows are wanted any more.
    void exampleChosen();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrangeOptions();
    void setUpPreview();
    void choosePreview();
    void updatePreview();
    static QString exampleName();

    std::unique_ptr<Ui::JobPage> m_ui;
    QList<TableRef> m_tables; // beneath the example in the preview's box
    RowSample m_sample = RowSample::example();
};

} // namespace tidemark
