#include <cstring>
#include <iostream>
#include <string>

#include "tern/rollup.hpp"
#include "tern/scan.hpp"

int main(int argc, char** argv) {
    if (argc == 2 && std::strcmp(argv[1], "--version") == 0) {
        std::cout << "tern " << TERN_VERSION << '\n';
        return 0;
    }
    if (argc != 1) {
        std::cerr << "usage: tern [--version] < readings\n";
        return 2;
    }

    tern::Rollup rollup;
    int skipped = 0;
    std::string line;
    while (std::getline(std::cin, line)) {
        if (const auto reading = tern::scan_line(line)) {
            rollup.add(*reading);
        } else {
            ++skipped;
        }
    }
    for (const auto& [station, range] : rollup.ranges()) {
        std::cout << station << ' ' << range.lowest << ' ' << range.highest << '\n';
    }
    if (skipped > 0) std::cerr << "tern: skipped " << skipped << " lines\n";
    return 0;
}
