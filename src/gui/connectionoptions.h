#pragma once

#include "connectionspec.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ConnectionOptions;
}

namespace tidemark {

/// The settings of a connection that few need: certificate, timeouts, packet size, further keywords.
class ConnectionOptions : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionOptions(QWidget *parent = nullptr);
    ~ConnectionOptions() override;

    void setSpec(const ConnectionSpec &spec);
    /// Puts what stands here into `spec`; a value that is a mistake stays out.
    void applyTo(ConnectionSpec &spec) const;
    void setCaFile(const QString &path);

    /// Which fields make sense for the rest of the settings.
    void setNeeds(bool hostName, bool caFile);

    /// The first mistake; empty when there is none.
    QString mistake() const;
    /// How many settings differ from what a new connection has.
    int changed() const;

Q_SIGNALS:
    void edited();
    void caFileRequested(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void check();
    QString packetSizeMistake() const;
    QString readExtra(QMap<QString, QString> &extra) const;

    std::unique_ptr<Ui::ConnectionOptions> m_ui;
};

} // namespace tidemark
