#pragma once

#include "tablepreview.h"
#include "windowpage.h"

#include <memory>

namespace Ui {
class ChangesPage;
}

namespace tidemark {

class ChangesModel;
class LiveText;

/// What a sync would do, before anything runs. It only shows and asks; a controller acts on its signal.
class ChangesPage : public WindowPage {
    Q_OBJECT

public:
    explicit ChangesPage(QWidget *parent = nullptr);
    ~ChangesPage() override;

    void showAsking();
    /// With so many tables at a time.
    void showPreview(const QList<TablePreview> &tables, int workers);
    /// Why there is no answer, or why the one below no longer holds; what was shown stays.
    void showMessage(const LiveText &text);

Q_SIGNALS:
    void previewRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpView();
    void fitColumns();
    void showDetails();

    std::unique_ptr<Ui::ChangesPage> m_ui;
    ChangesModel *m_model;
};

} // namespace tidemark
