#pragma once

#include "watermarkstate.h"

#include <QDialog>

#include <memory>

namespace Ui {
class WatermarkDialog;
}

namespace tidemark {

/// The watermark of one table and what can be done with it by hand. It only shows and asks.
class WatermarkDialog : public QDialog {
    Q_OBJECT

public:
    explicit WatermarkDialog(QWidget *parent = nullptr);
    ~WatermarkDialog() override;

    void setState(const WatermarkState &state);
    void showProblem(const QString &text);

Q_SIGNALS:
    void changeRequested(const tidemark::WatermarkState &state, const tidemark::WatermarkChange &change);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState();
    void request(WatermarkChange::Kind kind);
    void fillBoundaries();
    void fitHeight();
    QString statusText() const;

    std::unique_ptr<Ui::WatermarkDialog> m_ui;
    WatermarkState m_state;
};

} // namespace tidemark
