@service:dashboard
@service:wallet
Feature: Access to the dashboard
  Customer care works in the dashboard. It opens with a name and a password, to one tenant's customers only.

  @severity:blocker
  @smoke
  Scenario: Customer care signs in
    When customer care signs in
    Then the dashboard shows the tenant's name

  @severity:critical
  Scenario: A wrong password opens nothing
    When customer care signs in with a wrong password
    Then the dashboard says that name and password do not fit

  Scenario: A name nobody has is refused in the same words
    When somebody unknown signs in
    Then the dashboard says that name and password do not fit

  @severity:critical
  Scenario: Without signing in no page is shown
    Given Anna is a customer
    When somebody who is not signed in opens the page of Anna's wallet
    Then the dashboard asks to sign in

  Scenario: Who signs out is out
    Given customer care has signed in
    When customer care signs out
    And somebody goes back to the search
    Then the dashboard asks to sign in

  @severity:blocker
  Scenario: Another tenant's wallet is not there
    Given customer care has signed in
    When customer care opens the page of another tenant's wallet
    Then the dashboard says that there is no such wallet
