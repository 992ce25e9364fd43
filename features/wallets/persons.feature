@service:wallet
Feature: The person behind a wallet
  A wallet may say who is behind it. There is one person at a time; whoever is forgotten makes room for
  another.

  Background:
    Given Anna is a customer

  @one-tenant
  Scenario: A wallet has nobody behind it until somebody is named
    When somebody asks who is behind Anna's wallet
    Then it is refused because there is nobody behind the wallet

  @severity:critical
  Scenario: A wallet says who is behind it
    When "Anna Smith" is named as the person behind Anna's wallet
    Then the person behind Anna's wallet is
      | firstName | Anna  |
      | lastName  | Smith |

  @one-tenant
  @severity:critical
  Scenario: A second person is refused, and the first stays
    Given "Anna Smith" has been named as the person behind Anna's wallet
    When "Ben Jones" is named as the person behind Anna's wallet
    Then it is refused because there is somebody behind the wallet already
    And the person behind Anna's wallet is
      | firstName | Anna  |
      | lastName  | Smith |

  @one-tenant
  @severity:critical
  Scenario: Of many persons named at the same moment one is behind the wallet
    When 8 persons are named for Anna's wallet at the same moment
    Then 1 is accepted and 7 are refused because there is somebody behind the wallet already

  @one-tenant
  Scenario: What is written anew of a person replaces what was known
    Given "Anna Smith", born on 1990-02-28, has been named as the person behind Anna's wallet
    When the person behind Anna's wallet is written anew as "Anna Jones"
    Then her wallet still has the same person behind it
    And the person behind Anna's wallet is
      | firstName | Anna  |
      | lastName  | Jones |

  @one-tenant
  Scenario: Nobody can be written anew who was never named
    When the person behind Anna's wallet is written anew as "Anna Jones"
    Then it is refused because there is nobody behind the wallet

  @one-tenant
  @severity:critical
  Scenario: A person who is forgotten is not told of any more
    Given "Anna Smith" has been named as the person behind Anna's wallet
    When the person behind Anna's wallet is forgotten
    Then nobody is behind Anna's wallet

  @one-tenant
  Scenario: Nobody is forgotten twice
    Given "Anna Smith" has been named as the person behind Anna's wallet
    And the person behind Anna's wallet has been forgotten
    When the person behind Anna's wallet is forgotten
    Then it is refused because there is nobody behind the wallet

  @one-tenant
  Scenario: A person who is forgotten makes room for another
    Given "Anna Smith" has been named as the person behind Anna's wallet
    And the person behind Anna's wallet has been forgotten
    When "Ben Jones" is named as the person behind Anna's wallet
    Then the person behind Anna's wallet is
      | firstName | Ben   |
      | lastName  | Jones |

  @one-tenant
  Scenario: Joining once more leaves the person as it is
    Given "Anna Smith" has been named as the person behind Anna's wallet
    When Anna joins and asks for
      | the person | Ben Jones |
    Then the person behind Anna's wallet is
      | firstName | Anna  |
      | lastName  | Smith |

  @one-tenant
  Scenario: A joining customer may say who it is
    When Anna joins and asks for
      | the person | Anna Smith |
    Then the person behind Anna's wallet is
      | firstName | Anna  |
      | lastName  | Smith |
