#include "dialogprompts.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace tidemark {

namespace {

/// Says the title in the box too: some desktops show none on it.
QMessageBox *newBox(QMessageBox::Icon icon, const QString &title, const QString &text, QWidget *parent)
{
    auto *box = new QMessageBox(icon, title, title, QMessageBox::NoButton, parent);
    box->setInformativeText(text);
    box->setAttribute(Qt::WA_DeleteOnClose);
    return box;
}

} // namespace

void DialogPrompts::tell(QWidget *parent, const QString &title, const QString &text)
{
    QMessageBox *box = newBox(QMessageBox::NoIcon, title, text, parent);
    box->addButton(tr("&Close"), QMessageBox::RejectRole);
    box->setTextInteractionFlags(Qt::TextBrowserInteraction);
    box->open();
}

void DialogPrompts::confirm(QWidget *parent, const Question &question, std::function<void(bool)> answered)
{
    QMessageBox *box = newBox(QMessageBox::Question, question.title, question.text, parent);
    QPushButton *yes = box->addButton(question.yes, QMessageBox::AcceptRole);
    QPushButton *no = box->addButton(question.no, QMessageBox::RejectRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    QObject::connect(box, &QMessageBox::finished, parent,
        [box, yes, answered = std::move(answered)] { answered(box->clickedButton() == yes); });
    box->open();
}

void DialogPrompts::chooseFolder(
    QWidget *parent, const QString &title, const QString &folder, std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

void DialogPrompts::chooseFile(QWidget *parent, const QString &title, const QString &folder,
    const QString &filter, std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, title, folder, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

void DialogPrompts::chooseNewFile(QWidget *parent, const QString &title, const QString &path,
    const QString &filter, std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, title, QFileInfo(path).path(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QFileInfo(path).suffix());
    dialog->selectFile(QFileInfo(path).fileName());
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

void DialogPrompts::notify(QWidget *window, const QString &title, const QString &text)
{
    m_notice.tell(*window, title, text);
}

} // namespace tidemark
