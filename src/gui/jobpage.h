#pragma once

#include "windowpage.h"

#include <memory>

namespace Ui {
class JobPage;
}

namespace tidemark {

/// How the tables are copied: folders and the number of tables at a time. It only shows and asks; MainWindow
/// acts on its signals.
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

Q_SIGNALS:
    void openFolderRequested();
    void chooseFolderRequested(bool output);
    /// A person has changed something.
    void edited();

private:
    std::unique_ptr<Ui::JobPage> m_ui;
};

} // namespace tidemark
