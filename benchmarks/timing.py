"""Fresh processes, timed and weighed."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path


class Program:
    """A command that reads one file; its output is thrown away."""

    def __init__(self, name, command, environment, allowed=(0,)):
        self.name = name
        self.command = [str(part) for part in command]
        self.environment = environment
        self.allowed = allowed

    def arguments(self, file):
        return self.command + ([str(file)] if file is not None else [])

    def run(self, file):
        """Milliseconds from the start of the process to its end, and those of the processor."""
        null = os.open(os.devnull, os.O_RDWR)
        actions = [(os.POSIX_SPAWN_DUP2, null, number) for number in (0, 1, 2)]
        arguments = self.arguments(file)
        begin = time.perf_counter_ns()
        child = os.posix_spawn(arguments[0], arguments, self.environment, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
        end = time.perf_counter_ns()
        os.close(null)
        self.check(os.waitstatus_to_exitcode(status), arguments)
        return (end - begin) / 1e6, (usage.ru_utime + usage.ru_stime) * 1e3

    def peak_memory(self, file):
        """The largest resident set, in MB (10^6 bytes)."""
        arguments = self.arguments(file)
        result = subprocess.run(
            [sys.executable, "-I", "-S", str(Path(__file__).with_name("weigh.py")), *arguments],
            env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        code, kibibytes = map(int, result.stdout.split())
        self.check(code, arguments)
        return kibibytes * 1024 / 1e6

    def check(self, code, arguments):
        if code not in self.allowed:
            sys.exit(f"benchmarks/run: exit code {code} from: {' '.join(arguments)}")


class Sample:
    """The times of one program on one file."""

    def __init__(self, runs):
        values = [wall for wall, _ in runs]
        self.processor = statistics.median(processor for _, processor in runs)
        self.median = statistics.median(values)
        self.low = min(values)
        self.high = max(values)
        self.runs = len(values)

    def as_json(self):
        return {"medianMs": round(self.median, 2), "minMs": round(self.low, 2),
                "maxMs": round(self.high, 2), "processorMs": round(self.processor, 2),
                "runs": self.runs}

    def __str__(self):
        return f"{figure(self.median)} ms ({figure(self.low)}–{figure(self.high)})"


def figure(value):
    """Three figures: 1234, 123, 12.3, 1.23."""
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def alternate(programs, file, runs, warm_up=3):
    """Runs the programs in turn, so that a slow minute of the machine touches all of them alike."""
    times = {program.name: [] for program in programs}
    for number in range(warm_up + runs):
        for program in programs:
            took = program.run(file)
            if number >= warm_up:
                times[program.name].append(took)
    return {name: Sample(values) for name, values in times.items()}
