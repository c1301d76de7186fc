#pragma once

#include "connectionspec.h"
#include "driverinfo.h"

#include <QWidget>

#include <memory>

class QComboBox;

namespace Ui {
class ConnectionFields;
}

namespace tidemark {

/// The settings of a connection as fields: only those that the driver and the kind of sign-in take are shown,
/// and what cannot be is said under its field while a person types.
class ConnectionFields : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionFields(QWidget *parent = nullptr);
    ~ConnectionFields() override;

    ConnectionSpec spec() const;
    Secret password() const;
    bool keepsPassword() const;
    void setSpec(const ConnectionSpec &spec);
    void setPassword(const Secret &password, bool keep);
    void setDrivers(const DriverListing &listing);
    void setCaFile(const QString &path);
    /// Where a password that is kept goes.
    void setKeychain(bool isThere);
    void focusServer();
    void focusPassword();

    /// True when a person changed what was set, and nobody has saved it.
    bool isEdited() const { return spec() != m_set; }
    void markSaved() { m_set = spec(); }

    /// Why nobody can connect with this; empty when one can.
    QString mistake() const;

Q_SIGNALS:
    void edited();
    void accepted(); // Enter in a field
    void keepingPassword();
    void caFileRequested(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refillDrivers();
    void fillDrivers(const QString &wanted);
    void fillSignIns(SignIn wanted);
    void fillEncryptions(Encryption wanted);
    DriverInfo driver() const;
    SignIn signIn() const;
    Encryption encryption() const;
    void fitToDriver();
    void fitToChoices();
    void fitLabels();
    void check();
    void checkDriver();
    QString portMistake() const;
    void showMore(bool on);

    std::unique_ptr<Ui::ConnectionFields> m_ui;
    ConnectionSpec m_set;
    DriverListing m_drivers;
    bool m_driversKnown = false;
    bool m_filling = false;
};

} // namespace tidemark
