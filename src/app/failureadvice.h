#pragma once

#include "syncerror.h"

#include <QString>

namespace tidemark {

/// A failure as a person can act on it: whole sentences.
struct FailureAdvice {
    QString what; // what happened
    QString why; // its cause, as far as number and SQLSTATE tell; the error's own text where they do not
    QString next; // what to do
    bool worthRetrying = false; // the same may succeed without anything being mended

    /// "Trying again may help." or that it will not.
    QString retryText() const;
};

/// Judges by the server's number first, then by SQLSTATE, then by the kind.
FailureAdvice failureAdvice(const SyncError &error);

/// "Error 208, SQLSTATE 42S02"; empty when the error has neither.
QString failureCodes(const SyncError &error);

} // namespace tidemark
