# One flags target for everything, and one function for a module and for a test.
include(GNUInstallDirs)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release)
endif()

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Sql Concurrent Network)
if(TIDEMARK_GUI)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets Charts)
endif()
find_package(tl-expected REQUIRED)
find_package(ODBC REQUIRED)
find_package(Threads REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(Qt6Keychain REQUIRED)

add_library(tidemark_flags INTERFACE)
target_compile_options(tidemark_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
    -Woverloaded-virtual -Werror)
target_compile_definitions(tidemark_flags INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH
    QT_NO_JAVA_STYLE_ITERATORS)
if(TIDEMARK_SANITIZE)
    # -fPIC for programs too: one precompiled header serves libraries and programs.
    target_compile_options(tidemark_flags INTERFACE -fsanitize=${TIDEMARK_SANITIZE} -fno-omit-frame-pointer -g1 -fPIC)
    target_link_options(tidemark_flags INTERFACE -fsanitize=${TIDEMARK_SANITIZE})
endif()

# What most files include, compiled once. Every target has the same flags, so one serves them all.
if(TIDEMARK_PCH)
    file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp" CONTENT "")
    add_library(tidemark_pch OBJECT "${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp")
    target_link_libraries(tidemark_pch PRIVATE tidemark_flags Qt6::Core tl::expected)
    target_precompile_headers(tidemark_pch PRIVATE <QCoreApplication> <QDateTime> <QDir> <QFile> <QHash> <QJsonArray>
        <QJsonDocument> <QJsonObject> <QList> <QSet> <QString> <QStringList> <algorithm> <array> <chrono> <functional>
        <memory> <mutex> <optional> <utility> <variant> <vector> <tl/expected.hpp>)
endif()

function(tidemark_precompiled target)
    if(TIDEMARK_PCH)
        target_precompile_headers(${target} REUSE_FROM tidemark_pch)
    endif()
endfunction()

# Some 150 test programs that each hold every module with a sanitizer's checks fill 14 GB, so these share them.
set(tidemark_library_kind STATIC)
if(TIDEMARK_SANITIZE)
    set(tidemark_library_kind SHARED)
endif()

# tidemark_module(NAME SOURCES a.cpp a.h ... USES other_module... LIBRARIES target...)
# A library with its own include directory: a module sees only the headers of the modules it names.
function(tidemark_module name)
    cmake_parse_arguments(ARG "" "" "SOURCES;USES;LIBRARIES;PRIVATE_LIBRARIES" ${ARGN})
    add_library(tidemark_${name} ${tidemark_library_kind} ${ARG_SOURCES})
    target_include_directories(tidemark_${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
    list(TRANSFORM ARG_USES PREPEND tidemark_)
    target_link_libraries(tidemark_${name} PUBLIC ${ARG_USES} ${ARG_LIBRARIES}
        PRIVATE tidemark_flags ${ARG_PRIVATE_LIBRARIES})
    # test.sh builds everything but the window once more without it, so there a missing include is found.
    if(NOT name STREQUAL gui)
        tidemark_precompiled(tidemark_${name})
    endif()
endfunction()

# tidemark_test(NAME SOURCES tst_x.cpp ... USES module... LIBRARIES target... [LABELS label...] [TIMEOUT seconds])
# One test program; it links the modules that it names and never compiles their sources.
function(tidemark_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;USES;LIBRARIES;LABELS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    list(TRANSFORM ARG_USES PREPEND tidemark_)
    target_link_libraries(${name} PRIVATE tidemark_flags ${ARG_USES} ${ARG_LIBRARIES} Qt6::Test)
    tidemark_precompiled(${name})
    add_test(NAME ${name} COMMAND ${name})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
endfunction()
