"""The contract: what a signature changes."""

from game.engine.laws import contract


def test_a_signature_binds_so_the_risk_of_loss_falls(company):
    company.live(contract.churn)
    before = company.get("account.churn_risk")
    company.set(account__signed=1).live(contract.churn)
    assert 0.0 < company.get("account.churn_risk") < before
