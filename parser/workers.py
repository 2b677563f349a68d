"""Reads and checks files in processes of their own, which can be killed.

A file that hangs, crashes or devours memory becomes an unreadable report; all other files come
through unharmed. Nothing of a stranger's file is parsed in the caller's process.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from time import monotonic
from typing import Any, Protocol, cast

from parser.errors import Unreadable
from parser.intake.bounds import MEGABYTE
from parser.intake.source import Source
from parser.model import Report
from parser.settings.profile import Profile

Examine = Callable[[Source, Profile, str | None], Report]
Task = tuple[Source, str | None]

# Seconds that one file may take. A reader that knows it is slow asks for more page by page.
TIME_LIMIT = 30.0
# Starting Python and importing the engine counts against the first file of a worker.
START_LIMIT = 60.0
MEMORY_LIMIT = 1024 * MEGABYTE
# Seconds of processor time after which a worker ends by itself, should its caller be gone.
_ORPHAN_LIMIT = 900
RECYCLE_AFTER = 200
_SLOW = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp", ".gif")
_MOST_JOBS = 4


class _Process(Protocol):
    """What is used of a process, whatever the way it was started."""

    pid: int | None
    exitcode: int | None
    sentinel: int

    def start(self) -> None: ...
    def kill(self) -> None: ...
    def join(self, timeout: float | None = None) -> None: ...


def examine_all(
    sources: Iterable[Source],
    profile: Profile,
    jobs: int | None = None,
    encodings: Mapping[str, str] | None = None,
    examine: Examine | None = None,
    time_limit: float = TIME_LIMIT,
) -> Generator[Report, None, None]:
    """Yield a report for every source, as they arrive.

    `jobs` is how many processes work at once; `encodings` maps a source's path to the encoding
    that the auditor chose for it. Closing the generator kills the processes at once. `examine`
    must be importable by name; it is `parser.pipeline.examine` unless told otherwise.
    """
    crew = _Crew(profile, jobs or _jobs(), examine, time_limit)
    chosen = encodings or {}
    try:
        yield from crew.work((source, chosen.get(source.path)) for source in sources)
    finally:
        crew.dismiss()


def _jobs() -> int:
    return max(1, min(_MOST_JOBS, max(2, (os.cpu_count() or 1) - 1), os.cpu_count() or 1))


class _Worker:
    """One process, the files given to it, and until when the first of them may take."""

    def __init__(self, profile: Profile, examine: Examine | None) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = cast(
            _Process, context.Process(target=_serve, args=(theirs, profile, examine), daemon=True)
        )
        self.process.start()
        theirs.close()
        self.tasks: deque[Task] = deque()
        self.deadline = 0.0
        self.slow = False
        self.given = 0

    def give(self, task: Task, time_limit: float) -> None:
        if not self.tasks:
            self.start_clock(time_limit if self.given else max(time_limit, START_LIMIT))
        self.tasks.append(task)
        self.given += 1
        self.slow = self.slow or _slow(task)
        # A worker that is gone is noticed when its answer is asked for.
        with suppress(OSError):
            self.connection.send(task)

    def start_clock(self, seconds: float) -> None:
        self.deadline = monotonic() + seconds

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


class _Crew:
    """Hands files out to workers and collects their reports."""

    def __init__(
        self, profile: Profile, jobs: int, examine: Examine | None, time_limit: float
    ) -> None:
        self._profile = profile
        self._jobs = jobs
        self._examine = examine
        self._time_limit = time_limit
        self._workers: list[_Worker] = []
        self._quick: deque[Task] = deque()
        self._slow: deque[Task] = deque()

    def work(self, tasks: Iterator[Task]) -> Iterator[Report]:
        """Yield a report for each task."""
        more = True
        while True:
            while more and len(self._quick) < 2 * self._jobs:
                task = next(tasks, None)
                if task is None:
                    more = False
                else:
                    (self._slow if _slow(task) else self._quick).append(task)
            self._hand_out()
            busy = [w for w in self._workers if w.tasks]
            if not busy:
                return
            left = max(0.0, min(w.deadline for w in busy) - monotonic())
            wait([w.connection for w in busy], timeout=left)
            for worker in busy:
                yield from self._collect(worker)

    def dismiss(self) -> None:
        """Kill all workers."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def _hand_out(self) -> None:
        """Give every free worker a file, and the quick ones a second to go on with."""
        for ahead in (1, 2):
            for worker in self._crew():
                if not (self._quick or self._slow):
                    return
                if len(worker.tasks) < ahead and (ahead == 1 or (self._quick and not worker.slow)):
                    worker.give((self._quick or self._slow).popleft(), self._time_limit)

    def _crew(self) -> Iterator[_Worker]:
        """Yield the workers, and new ones as long as there is work for them."""
        yield from list(self._workers)
        # Recognising scans never keeps the other files waiting: one more worker for those.
        all_slow = bool(self._workers) and all(w.slow and w.tasks for w in self._workers)
        stuck = bool(self._quick) and all_slow
        while len(self._workers) < self._jobs + stuck and (self._quick or self._slow):
            if any(not w.tasks for w in self._workers):
                return
            self._workers.append(_Worker(self._profile, self._examine))
            yield self._workers[-1]

    def _collect(self, worker: _Worker) -> Iterator[Report]:
        """Yield what the worker has finished; end it where it is late, gone or worn out."""
        try:
            while worker.tasks and worker.connection.poll():
                answer: object = worker.connection.recv()
                if isinstance(answer, float):
                    worker.slow = True
                    worker.start_clock(answer)
                    continue
                source, _ = worker.tasks.popleft()
                worker.slow = any(_slow(task) for task in worker.tasks)
                worker.start_clock(self._time_limit)
                yield answer if isinstance(answer, Report) else self._failed(source, str(answer))
        except (EOFError, OSError):
            yield from self._lose(
                worker, "读取时程序异常退出（文件可能已损坏或带有恶意内容），已跳过。"
            )
            return
        if worker.tasks and monotonic() >= worker.deadline:
            yield from self._lose(
                worker, "读取超过时间限制，已停止（文件可能已损坏或带有恶意内容）。"
            )
        elif not worker.tasks and worker.given >= RECYCLE_AFTER:
            self._remove(worker)

    def _lose(self, worker: _Worker, sentence: str) -> Iterator[Report]:
        """Report the file that a worker was lost on; its other files go to the next one."""
        source, _ = worker.tasks.popleft()
        for task in reversed(worker.tasks):
            (self._slow if _slow(task) else self._quick).appendleft(task)
        self._remove(worker)
        yield self._failed(source, sentence)

    def _remove(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.end()

    def _failed(self, source: Source, sentence: str) -> Report:
        from parser.pipeline import assess

        return assess(Report(source.path, "", "unreadable", sentence), self._profile)


def _slow(task: Task) -> bool:
    return task[0].path.lower().endswith(_SLOW)


def _serve(connection: Connection, profile: Profile, examine: Examine | None) -> None:
    """Answer tasks until the caller hangs up: a report, or a sentence that says what happened."""
    import signal

    from parser.intake import patience

    # One worker a core is enough; numerical libraries would start threads in each of them.
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    # Ctrl+C in the terminal is for the caller, who kills its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    fence = _Fence()
    patience.listen(lambda seconds: connection.send(float(seconds)), fence.allow)
    if examine is None:
        from parser.pipeline import examine
    while True:
        try:
            source, encoding = connection.recv()
        except (EOFError, OSError):
            return
        fence.measure()
        fence.allow(MEMORY_LIMIT)
        connection.send(_answer(examine, source, profile, encoding))


def _answer(
    examine: Examine, source: Source, profile: Profile, encoding: str | None
) -> Report | str:
    try:
        return examine(source, profile, encoding)
    except Unreadable as error:
        return str(error)
    except MemoryError:
        return "读取时需要的内存超过限制，已停止（文件可能已损坏或带有恶意内容）。"
    except RecursionError:
        return "文件里的内容嵌套过深，已停止读取。"
    except Exception as error:
        return f"程序处理这个文件时出错（{type(error).__name__}：{error}），请保留该文件并反馈。"


class _Fence:
    """Limits on memory (beyond what the worker has when a file comes) and on processor time.

    Both where the system has them; elsewhere the caller's time limit stands alone.
    """

    def __init__(self) -> None:
        self._resource: Any = None
        self._start = 0
        try:
            import resource

            self._resource = resource
            self.measure()
        except (ImportError, OSError):
            self._resource = None

    def measure(self) -> None:
        """Take what the worker has now as its start: libraries that an earlier file needed stay."""
        if self._resource is not None:
            with open("/proc/self/statm", encoding="ascii") as stream:
                self._start = int(stream.read().split()[0]) * self._resource.getpagesize()

    def allow(self, size: int) -> None:
        """Let the worker's address space grow by `size` bytes from what it had when measured."""
        if self._resource is None:
            return
        self._soft(self._resource.RLIMIT_AS, self._start + size)
        used = self._resource.getrusage(self._resource.RUSAGE_SELF)
        self._soft(self._resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + _ORPHAN_LIMIT)

    def _soft(self, kind: int, limit: int) -> None:
        _, hard = self._resource.getrlimit(kind)
        infinite = self._resource.RLIM_INFINITY
        self._resource.setrlimit(kind, (limit if hard == infinite else min(limit, hard), hard))
