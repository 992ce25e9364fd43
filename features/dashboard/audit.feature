@service:dashboard
@service:wallet
@service:resources
@one-tenant
@audit
Feature: The audit in the dashboard
  Whatever staff and systems do by hand is kept: who did it, to which wallet, and why.

  @severity:blocker
  Scenario: Goodwill is in the audit, whoever gave it and wherever, as is all else that was done by hand
    Given a points scheme
    And Anna is a member of it
    And a goodwill of 30 points has been made for Anna because "the bread was hard"
    And customer care has given Anna 50 points because "the milk was sour"
    And customer care has reported Anna's card as lost because "she called"
    And a supervisor has suspended Anna's wallet because "she asked for it"
    When a supervisor looks at the audit of Anna's wallet
    Then the dashboard's audit holds
      | the platform's client | Gave goodwill             | the bread was hard |
      | customer care         | Gave goodwill             | the milk was sour  |
      | customer care         | Reported an identity lost | she called         |
      | a supervisor          | Suspended the wallet      | she asked for it   |
    And Anna's wallet is suspended
    And Anna's card is lost
    And what customer care did can be shown apart from what others did
