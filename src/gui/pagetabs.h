#pragma once

#include <QTabWidget>

class QMenu;

namespace tidemark {

class WindowPage;

/// The pages of the window, one at a time. Belongs to MainWindow's form.
class PageTabs : public QTabWidget {
    Q_OBJECT

public:
    using QTabWidget::QTabWidget;

    /// Ctrl and the page's number shows it; its entry in the View menu says so.
    void addPage(WindowPage *page, QMenu &view);
};

/// Lists with long entries must not make the window wider than the screen.
void keepNarrow(const QWidget &form);

} // namespace tidemark
