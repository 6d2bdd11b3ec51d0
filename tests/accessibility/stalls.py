from tests.accessibility.stages import Counted
def measure() -> Counted: return Counted()
