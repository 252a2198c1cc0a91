#include <cstdio>

#include "tern/rollup.hpp"
#include "tern/scan.hpp"

static int failures = 0;

static void expect(bool ok, const char* what) {
    std::printf("%s %s\n", ok ? "ok  " : "FAIL", what);
    if (!ok) ++failures;
}

int main() {
    const auto reading = tern::scan_line("2024-05-01T06:00Z HOOG 182");
    expect(reading && reading->station == "HOOG" && reading->level_cm == 182, "plain line");
    expect(!tern::scan_line(""), "empty line");
    expect(!tern::scan_line("2024-05-01T06:00Z HOOG 182cm"), "trailing text");
    expect(!tern::scan_line("2024-05-01T06:00Z NINECHARS 1"), "station too long");

    tern::Rollup rollup;
    rollup.add({"HOOG", 182});
    rollup.add({"HOOG", -41});
    const auto& range = rollup.ranges().at("HOOG");
    expect(range.lowest == -41 && range.highest == 182, "rollup");

    return failures == 0 ? 0 : 1;
}
