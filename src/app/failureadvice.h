#pragma once

#include "syncerror.h"

#include <QString>

namespace tidemark {

/// A failure as a person can act on it: whole sentences.
struct FailureAdvice {
    QString what; // what happened
    QString why; // its cause, in the error's own words
    QString next; // what to do
    bool worthRetrying = false; // the same may succeed without anything being mended

    /// "Trying again may help." or that it will not.
    QString retryText() const;
};

/// The error's own advice; where it has none, that of its kind.
FailureAdvice failureAdvice(const SyncError &error);

/// "Error 208, SQLSTATE 42S02"; empty when the error has neither.
QString failureCodes(const SyncError &error);

} // namespace tidemark
