"""What several test suites share: generators, samples, readers of the real reports."""
