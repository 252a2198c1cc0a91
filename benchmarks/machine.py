"""What the figures were measured on, and how much they swing there."""

import os
import platform
import shutil
import statistics
import time
from pathlib import Path


def describe():
    return {
        "cpu": cpu_model(),
        "cores": os.cpu_count(),
        "memoryGiB": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "kernel": f"{platform.system()} {platform.release()}",
        "system": system_name(),
        "loadBefore": round(os.getloadavg()[0], 2),
        "niceness": os.nice(0),
    }


def cpu_model():
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def system_name():
    try:
        return platform.freedesktop_os_release().get("PRETTY_NAME", platform.platform())
    except OSError:
        return platform.platform()


def noise(rounds=30):
    """One fixed piece of work again and again: how far the slowest is from the fastest, in ms."""
    times = []
    for _ in range(rounds):
        begin = time.perf_counter_ns()
        sum(range(1_000_000))
        times.append((time.perf_counter_ns() - begin) / 1e6)
    return {"medianMs": round(statistics.median(times), 2), "minMs": round(min(times), 2),
            "maxMs": round(max(times), 2), "rounds": rounds}


def find(program):
    path = shutil.which(program)
    return Path(path).resolve() if path else None
