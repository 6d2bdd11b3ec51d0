from tests.accessibility.stages import Counted
def missing() -> str: return "not yet"
def read() -> Counted: return Counted()
