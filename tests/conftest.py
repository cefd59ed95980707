"""How property tests look for their examples."""

from hypothesis import settings

# The same examples on every run, so that a red run means that something was changed. Whoever looks for new findings
# asks for other examples on each run: pytest --hypothesis-profile=search
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=1000, deadline=None)
settings.load_profile("steady")
