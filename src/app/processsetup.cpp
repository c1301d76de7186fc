#include "processsetup.h"

#include "driverfiles.h"

namespace tidemark {

void prepareProcess()
{
    prepareDriverEnvironment();
}

} // namespace tidemark
