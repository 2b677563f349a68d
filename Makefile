# Each target does its own set-up; the second time nothing is fetched and nothing is waited for.
PYTHON ?= python3
VENV := .venv
# Windows keeps an environment's programs elsewhere.
BIN := $(if $(filter Windows_NT,$(OS)),Scripts,bin)
RUN := $(VENV)/$(BIN)/python
READY := $(VENV)/.ready
SCANS := $(VENV)/.scans
RIVALS := build/bench-venv
MUTANTS := build/mutants-venv
# How many tests run beside each other; 0 runs them one after the other in this process.
JOBS ?= auto
OFFSCREEN := QT_QPA_PLATFORM=offscreen
SCREEN := $(if $(DISPLAY)$(WAYLAND_DISPLAY),,xvfb-run -a -s "-screen 0 1600x1000x24")

.PHONY: help run test check format bench mutants fuzz corpus bundle screenshots samples lock .venv

help:
	@echo "make run          open the window on the sample reports"
	@echo "make test         run the tests, JOBS of them beside each other (one a core)"
	@echo "make check        format, lint and types"
	@echo "make format       format the code"
	@echo "make bench        measure speed beside what one would use instead"
	@echo "make mutants FILES=…   small mutations of these modules that no test notices"
	@echo "make fuzz         damaged files of every format, FUZZ_MUTATIONS of each (2000)"
	@echo "make corpus       two thousand right reports and two thousand with one fault each"
	@echo "make bundle       build the program with its Python, and try it"
	@echo "make screenshots  make the pictures of the README"
	@echo "make samples      make the sample reports anew"
	@echo "make lock         pin the dependencies anew"

.venv: $(READY)

$(READY): requirements.lock packaging/system.sh
	sh packaging/system.sh $(PYTHON)
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

# The recogniser of scans is an extra of its own: the tests and the types want it, the window not.
$(SCANS): requirements-ocr.lock $(READY)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-ocr.lock
	touch $@

run: .venv
	$(SCREEN) $(RUN) main.py resources/samples

test: .venv $(SCANS)
	$(OFFSCREEN) $(RUN) -m pytest -q -n $(JOBS) --dist loadfile --no-loadscope-reorder

check: .venv $(SCANS)
	$(RUN) -m ruff format --check .
	$(RUN) -m ruff check .
	$(RUN) -m pyright

format: .venv
	$(RUN) -m ruff format .
	$(RUN) -m ruff check --fix .

bench: .venv $(RIVALS)/.ready
	$(OFFSCREEN) $(RUN) -m pytest -q -s --override-ini norecursedirs=.hypothesis tests/bench

# What speed is compared with has an environment of its own.
$(RIVALS)/.ready: tests/bench/requirements.txt
	$(PYTHON) -m venv $(RIVALS)
	$(RIVALS)/$(BIN)/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

mutants: .venv $(SCANS) $(MUTANTS)/.ready
	TESTS="$(TESTS)" $(MUTANTS)/$(BIN)/python tests/mutants/run.py $(FILES) $(FILE)

# What mutates has an environment of its own, which finds the program's behind it.
$(MUTANTS)/.ready: tests/mutants/requirements.txt $(READY)
	$(PYTHON) -m venv $(MUTANTS)
	$(MUTANTS)/$(BIN)/python -m pip install --quiet --disable-pip-version-check -r $<
	$(RUN) -c 'import sysconfig; print(sysconfig.get_path("purelib"))' \
		> "$$($(MUTANTS)/$(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/program.pth"
	touch $@

fuzz: .venv
	$(OFFSCREEN) $(RUN) -m pytest -q -s --override-ini norecursedirs=.hypothesis -o faulthandler_timeout=0 tests/fuzz

corpus: .venv
	CORPUS_REPORTS=2000 $(RUN) -m pytest -q -s tests/corpus

bundle: .venv
	$(RUN) packaging/build.py
	$(RUN) packaging/smoke.py

screenshots: .venv
	$(OFFSCREEN) $(RUN) packaging/screenshots.py
	mkdir -p docs
	cp build/screenshots/repair-light-100.png docs/window.png
	cp build/screenshots/corrected-dark-100.png docs/window-dark.png

samples: .venv
	$(RUN) packaging/make_samples.py

lock: .venv
	$(RUN) packaging/lock.py
